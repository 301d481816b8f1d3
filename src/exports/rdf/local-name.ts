/**
 * An id as the local name of an IRI. What a checked base holds passes as it is; of anything else every character
 * that could end a name is written as `%` and two digits, as IRIs do. A full stop, which parts the ids in the names
 * of claims, is such a character.
 */
export function localName(id: string): string {
  return plain.test(id) ? id : [...id].map(encoded).join('')
}

/** Letters, digits, hyphens and underscores, which Turtle, JSON-LD and IRIs all take; no hyphen leads. */
const plain = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/

function encoded(character: string, index: number): string {
  if (/[A-Za-z0-9_]/.test(character) || (character === '-' && index > 0)) return character
  const bytes = new TextEncoder().encode(character)
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
    '',
  )
}
