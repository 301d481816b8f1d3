import { transliterate } from './transliterate.ts'

/** Longer ids are hard to read and to type. */
export const longestKebab = 60

/** A readable id for a text, kebab-case; empty where the text has no letter or digit that ASCII could stand for. */
export function kebab(text: string): string {
  const words = transliterate(text.slice(0, 4 * longestKebab))
    .toLowerCase()
    .replace(/(?<=[a-z])'(?=[a-z])/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words.length <= longestKebab) return words
  const cut = words.slice(0, longestKebab + 1)
  const end = cut.lastIndexOf('-')
  return end > longestKebab / 2 ? cut.slice(0, end) : cut.slice(0, longestKebab)
}
