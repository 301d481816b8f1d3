import { hiddenCharacters } from '../../src/text/hidden-characters.ts'

/** Looking at every value takes time, so it is done only where the text can hold such characters at all. */
export function parseVisible(text: string): unknown {
  const suspect = text.includes('\\u') || hiddenCharacters(text).length > 0
  return JSON.parse(text, suspect ? visible : undefined)
}

/** Characters that would change what is read without being seen are shown as what they are: unreadable. */
function visible(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return hiddenCharacters(value).reduceRight(
    (text, { offset, length }) => `${text.slice(0, offset)}\ufffd${text.slice(offset + length)}`,
    value,
  )
}
