export interface HiddenCharacter {
  readonly offset: number
  readonly length: number
  /** `U+202E`. */
  readonly codePoint: string
}

/**
 * Characters that a reader cannot see and that change what is read: controls, bidirectional marks, zero-width
 * spaces, lone surrogates. The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function hiddenCharacters(text: string): HiddenCharacter[] {
  return Array.from(text.matchAll(hidden), ({ 0: character, index }) => ({
    offset: index,
    length: character.length,
    codePoint: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  }))
}
