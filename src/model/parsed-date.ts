import { type EdtfResult, parseEdtf } from '../dates/parse-edtf.ts'
import { maxEdtfLength } from '../dates/read-edtf.ts'

/** The dates of a base are few, and written many times. */
const known = new Map<string, EdtfResult>()
const mostKnown = 10_000

export function parsedDate(text: string): EdtfResult {
  // What is too long is no date, and ten thousand such would fill the memory.
  if (text.length > maxEdtfLength) return parseEdtf(text)
  const earlier = known.get(text)
  if (earlier !== undefined) return earlier
  const parsed = parseEdtf(text)
  if (known.size >= mostKnown) known.clear()
  known.set(text, parsed)
  return parsed
}
