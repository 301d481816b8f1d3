/** Text as it may stand in an XML 1.0 attribute value or element; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return plain.test(text) ? text : text.replace(special, replacementOf)
}

/** How many characters of a text XML 1.0 cannot hold: most controls, two noncharacters, lone surrogates. */
export function countUnwritable(text: string): number {
  return text.match(unwritable)?.length ?? 0
}

const plain = /^[ !#-%'-;=?-\ud7ff\ue000-\ufffd]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through.
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and line ends would become spaces.
const special = /[\0-\x1f&<>"\ufffe\uffff]|\p{Surrogate}/gu

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

function replacementOf(character: string): string {
  return references[character] ?? '\ufffd'
}
