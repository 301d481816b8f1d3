/** A text between quotation marks, in which Graphviz finds no escape of its own and no HTML entity. */
export function quotedDot(text: string): string {
  const line = text
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  return `"${line.replace(/["\\]/g, '\\$&').replaceAll('&', '&amp;')}"`
}
