/** What a reader gets of a text: XML 1.0 has no place for the rest. Its grammar's own production, by code point. */
export function xmlText(text: string): string {
  return [...text]
    .map((character) => (isChar(character.codePointAt(0) ?? 0) ? character : '\ufffd'))
    .join('')
}

function isChar(code: number): boolean {
  const low = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff)
  return low || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000
}
