import { nearestIn, type Suggestion } from '../text/nearest.ts'

export type Suggest = (word: string) => Suggestion | undefined

/** Nobody's ontology is longer; in one that is, looking for what was meant could take for ever. */
const mostNames = 5_000

/** The name that a person meant by a word; each word is looked for once. */
export function suggestFrom(names: readonly string[]): Suggest {
  if (names.length > mostNames) return () => undefined
  const find = nearestIn(names)
  const memo = new Map<string, Suggestion | undefined>()
  return (word) => {
    if (!memo.has(word)) memo.set(word, find(word))
    return memo.get(word)
  }
}
