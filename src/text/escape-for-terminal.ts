/** Controls, bidirectional overrides, invisible characters and lone surrogates: what could act instead of being read. */
const active =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to show.
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text from data, safe to print: whatever could move the cursor or reorder the line is shown as `\u{…}`. */
export function escapeForTerminal(text: string): string {
  return text.replace(active, (character) =>
    character === '\t' ? ' ' : `\\u{${character.charCodeAt(0).toString(16)}}`,
  )
}
