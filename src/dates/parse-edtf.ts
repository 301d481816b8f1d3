import type { Edtf } from './edtf.ts'
import type { EdtfProblem, Fault } from './edtf-problem.ts'
import { maxEdtfLength, readEdtf } from './read-edtf.ts'
import { suggestEdtf } from './suggest-edtf.ts'

export type EdtfResult =
  | { readonly ok: true; readonly date: Edtf }
  | { readonly ok: false; readonly problem: EdtfProblem }

/**
 * Reads a date from the text as it stands in the file, or says what is wrong with it. Days, months
 * and years must exist; times of day are refused, for no claim needs them.
 */
export function parseEdtf(text: string): EdtfResult {
  const reading = readEdtf(text)
  if (reading.ok) return { ok: true, date: reading.value }
  const { replacement, ...problem } = reading.fault
  const suggestion = suggestionFor(text, reading.fault)
  return { ok: false, problem: suggestion === undefined ? problem : { ...problem, suggestion } }
}

/** Texts with more faults than this deserve a fresh look by a person. */
const mostRepairs = 4

function suggestionFor(text: string, fault: Fault): string | undefined {
  if (text.length > maxEdtfLength) return undefined
  return repaired(text, fault) ?? suggestEdtf(text)
}

/** Mends one fault after the other, as long as each of them names its own cure. */
function repaired(text: string, first: Fault): string | undefined {
  let mended = text
  let fault = first
  for (let repairs = 0; repairs < mostRepairs; repairs += 1) {
    if (fault.replacement === undefined) return undefined
    mended = mended.slice(0, fault.start) + fault.replacement + mended.slice(fault.end)
    const reading = readEdtf(mended)
    if (reading.ok) return mended
    fault = reading.fault
  }
  return undefined
}
