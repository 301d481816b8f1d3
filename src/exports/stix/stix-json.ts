import { compareText } from '../../text/compare-text.ts'

/** An object of a bundle, or a part of one. What is undefined or an empty list is not written: STIX allows neither. */
export type StixObject = Readonly<Record<string, unknown>>

/** One line of JSON. What I-JSON refuses, halves of characters and noncharacters, becomes U+FFFD. */
export function stixJson(object: StixObject): string {
  const text = JSON.stringify(object, leaveOutEmpty)
  return suspicious.test(text) ? JSON.stringify(object, mendAndLeaveOut) : text
}

/** How many such characters there are in whatever JSON can hold. */
export function countUnwritable(object: object): number {
  const text = JSON.stringify(object)
  if (!suspicious.test(text)) return 0
  let count = 0
  JSON.stringify(object, (_, value) => {
    if (typeof value === 'string') count += value.match(unwritable)?.length ?? 0
    return value
  })
  return count
}

/** As JSON shows them; a backslash before `ud8` may also be a curator's own, which costs a second look. */
const suspicious = /\\ud[89a-f]|\p{Noncharacter_Code_Point}/u
const unwritable = /\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

function leaveOutEmpty(_: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

function mendAndLeaveOut(key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unwritable, '\ufffd')
  return leaveOutEmpty(key, value)
}

/** References in order, each once. */
export function sortedRefs(refs: Iterable<string>): string[] {
  return [...new Set(refs)].sort(compareText)
}
