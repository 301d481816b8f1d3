import { transliterate } from './transliterate.ts'

/** Longer ids are hard to read and to type. */
const longest = 60

/** A readable id for a text, kebab-case; empty where the text has no letter or digit that ASCII could stand for. */
export function kebab(text: string): string {
  const words = transliterate(text.slice(0, 4 * longest))
    .toLowerCase()
    .replace(/(?<=[a-z])'(?=[a-z])/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words.length <= longest) return words
  const cut = words.slice(0, longest + 1)
  const end = cut.lastIndexOf('-')
  return end > longest / 2 ? cut.slice(0, end) : cut.slice(0, longest)
}
