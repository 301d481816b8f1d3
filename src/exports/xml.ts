/** Text as it may stand in an XML 1.0 attribute value or element; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return isPlain(text) ? text : text.replace(special, replacementOf)
}

/** How many characters of a text XML 1.0 cannot hold: most controls, two noncharacters, lone surrogates. */
export function countUnwritable(text: string): number {
  return text.match(unwritable)?.length ?? 0
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through.
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and line ends would become spaces.
const special = /[\0-\x1f&<>"\x7f-\x9f\u2028\ufffe\uffff]|\p{Surrogate}/gu

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What some readers take for a line end stays whole as a number. */
function replacementOf(character: string): string {
  const code = character.charCodeAt(0)
  const isWritable = countUnwritable(character) === 0
  return names[character] ?? (isWritable ? `&#${code};` : '\ufffd')
}

/** A loop, because most texts are short and plain and a regular expression takes three times as long on them. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (isSpecialUnit(text.charCodeAt(index))) return false
  }
  return true
}

function isSpecialUnit(unit: number): boolean {
  if (unit < 0x7f)
    return unit < 0x20 || unit === 0x22 || unit === 0x26 || unit === 0x3c || unit === 0x3e
  return unit <= 0x9f || unit === 0x2028 || unit >= 0xd800
}
