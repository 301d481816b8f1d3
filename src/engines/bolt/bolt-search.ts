import type { SoughtWord } from '../../queries/search-entities.ts'

/** A query for Lucene that finds what bears one of the words; undefined where there is none to find. */
export function luceneQuery(words: readonly SoughtWord[]): string | undefined {
  const terms = words.filter(({ text }) => /^\S+$/.test(text)).flatMap(termsOf)
  return terms.length === 0 ? undefined : terms.join(' ')
}

function termsOf({ text, prefix, edits }: SoughtWord): string[] {
  const term = text.replace(special, '\\$&')
  const loose = [...(prefix ? [`${term}*`] : []), ...(edits > 0 ? [`${term}~${edits}`] : [])]
  return [loose.length > 0 ? `${term}^${asItIs}` : term, ...loose]
}

/** Where very many bear a word, those come first that bear it as it is: a rare one that is spelt like it counts more by itself. */
const asItIs = 10

/** Whatever means something to the reader of such queries is a character like any other. */
const special = /[^\p{L}\p{M}\p{N}]/gu
