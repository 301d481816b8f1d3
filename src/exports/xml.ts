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

/** A loop, because most texts are short and plain and a regular expression takes three times as long on them. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x40 ? specialUnits[unit] === 1 : unit >= 0xd800) return false
  }
  return true
}

const specialUnits = Uint8Array.from({ length: 0x40 }, (_, unit) =>
  unit < 0x20 || '&<>"'.includes(String.fromCharCode(unit)) ? 1 : 0,
)
