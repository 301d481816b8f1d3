import { longestName, longestText } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import { cutText, mendName, mendText } from './mend-text.ts'

/** A text as it may stand in a data file; nothing where none is left. What had to change is reported. */
export function cleanText(
  text: string | undefined,
  report: ImportReport,
  example: string,
): string | undefined {
  return clean(text, mendText, longestText, report, example)
}

/** The same on one line. */
export function cleanName(
  text: string | undefined,
  report: ImportReport,
  example: string,
): string | undefined {
  return clean(text, mendName, longestName, report, example)
}

function clean(
  text: string | undefined,
  mend: (text: string) => string,
  longest: number,
  report: ImportReport,
  example: string,
): string | undefined {
  if (text === undefined) return undefined
  // What is cut is cut first: to mend a text of a hundred megabytes takes minutes.
  const short = cutText(text, longest)
  if (short !== text) report.note('cut-texts', example)
  const mended = mend(short)
  if (mended !== short && mended !== short.trim()) report.note('mended-texts', example)
  const trimmed = mended.trim()
  return trimmed === '' ? undefined : trimmed
}
