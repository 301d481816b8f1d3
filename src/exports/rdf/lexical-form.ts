/** A text as RDF can hold it: half a surrogate pair is no character and becomes U+FFFD. */
export function lexicalForm(text: string): string {
  return isWellFormed(text) ? text : text.replace(lone, '\ufffd')
}

/** How many characters of a text RDF cannot hold. */
export function countUnwritable(text: string): number {
  return isWellFormed(text) ? 0 : (text.match(lone)?.length ?? 0)
}

const lone = /\p{Surrogate}/gu

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text) || text.search(lone) < 0
}
