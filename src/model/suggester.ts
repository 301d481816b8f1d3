import { nearest } from '../text/nearest.ts'

/** How many candidates are looked at for one base: past this, a mistake is told without a suggestion. */
const mostLooks = 1_000_000

export type Suggest = (word: string) => string | undefined

/** The name that a person meant by a word, among many: each word is looked for once. */
export function suggester(candidates: ReadonlyMap<string, unknown>): Suggest {
  const memo = new Map<string, string | undefined>()
  let looks = 0
  return (word) => {
    if (memo.has(word)) return memo.get(word)
    if (looks > mostLooks) return undefined
    looks += candidates.size
    const meant = nearest(word, candidates.keys())
    memo.set(word, meant)
    return meant
  }
}
