import { composeLetters } from '../../text/compose-letters.ts'
import { heapedMarks, hidden } from '../../text/hidden-characters.ts'
import { isAscii } from '../../text/is-ascii.ts'

/**
 * A text as a data file may hold it: every line end is one, what cannot be seen is gone, and what is no character is
 * shown as U+FFFD.
 */
export function mendText(text: string): string {
  if (isAscii(text)) return text
  const seen = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(hidden, (found) => (isBroken(found) ? '\ufffd' : ''))
  return composeLetters(withoutHeaps(seen))
}

/** The same on one line, for names. */
export function mendName(text: string): string {
  return mendText(text).replace(/\s+/g, ' ').trim()
}

/** The beginning of a text that is too long; never half a character. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function isBroken(found: string): boolean {
  return found.length === 1 && /[\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff]/.test(found)
}

/** More accents on one letter than any script needs. */
function withoutHeaps(text: string): string {
  let rest = text
  const parts: string[] = []
  for (let heap = heapedMarks(rest); heap; heap = heapedMarks(rest)) {
    parts.push(rest.slice(0, heap.start + 4))
    rest = rest.slice(heap.end)
  }
  return parts.join('') + rest
}
