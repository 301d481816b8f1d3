/** Longer sentences are cut: a summary is read at a glance. */
const longest = 200

/** The first sentence of a text that may be Markdown, without links, marks and citations in brackets. */
export function firstSentence(text: string): string | undefined {
  const [paragraph = ''] = text
    .slice(0, 5000)
    .trim()
    .split(/\n\s*\n/, 1)
  const plain = paragraph
    .replace(/\(Citation:[^)]*\)/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[*_`#]+(?=\S)|(?<=\S)[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const end = /(?<!\b\p{Lu}\p{L}{0,3}\.)(?<=[.!?])\s+(?=\p{Lu})/u.exec(plain)
  const sentence = end ? plain.slice(0, end.index) : plain
  if (sentence === '') return undefined
  if (sentence.length <= longest) return sentence
  const cut = sentence.slice(0, longest - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`
}
