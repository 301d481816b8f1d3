/**
 * A label between quotation marks that is nothing but text. What Mermaid, Markdown or HTML would read as their own
 * is written as a number, and so is a full stop after digits at the start, which would make a list.
 */
export function quotedMermaid(text: string): string {
  const line = text
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const escaped = line
    .replace(/^(\d+)\./, '$1\ufdd0')
    .replace(
      /[^\p{L}\p{M}\p{N} ,.:–]/gu,
      (sign) => `#${sign === '\ufdd0' ? 46 : sign.codePointAt(0)};`,
    )
  return `"${escaped}"`
}
