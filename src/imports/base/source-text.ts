import { boundsOf } from '../../dates/bounds.ts'
import { parseEdtf } from '../../dates/parse-edtf.ts'
import { printLayout } from '../../edits/format-print.ts'
import { hasPlace, reliabilities } from '../../model/source.ts'
import { compareText } from '../../text/compare-text.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { edtfOf } from '../edtf-of.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedSource } from '../imported.ts'
import { cleanName, cleanText } from './clean-text.ts'
import {
  briefList,
  datePart,
  idPart,
  mapPart,
  type Part,
  textPart,
  wordPart,
} from './layout-parts.ts'

/** The file of a source, formatted; `places` are the locators that claims name in it. */
export function sourceText(
  source: ImportedSource,
  places: ReadonlySet<string>,
  example: string,
  report: ImportReport,
): string {
  const text = (value: string | undefined): Part | undefined => {
    const clean = cleanName(value, report, example)
    return clean === undefined ? undefined : textPart(clean)
  }
  const reliability = reliabilities.find((one) => one === source.reliability)
  const unfit = source.reliability !== undefined && reliability === undefined
  if (unfit) report.note('unfit-values', `${example}: reliability ${brief(source.reliability)}`)
  const told = [source.note, ...(unfit ? [`reliability: ${source.reliability}`] : [])]
  const note = cleanText(
    told.filter((line) => line !== undefined).join('\n') || undefined,
    report,
    example,
  )
  return printLayout(
    mapPart([
      ['title', text(source.title) ?? idPart(example)],
      ['publisher', text(source.publisher)],
      ['author', text(source.author)],
      ['kind', text(source.kind)],
      ['url', addressPart(source.url, example, report)],
      ['archive', addressPart(source.archive, example, report)],
      ...dateEntries(source, example, report),
      ['language', text(source.language)],
      ['reliability', reliability && wordPart(reliability)],
      ['note', note === undefined ? undefined : textPart(note)],
      ...placeEntries(source, places),
    ]),
  )
}

function addressPart(
  url: string | undefined,
  example: string,
  report: ImportReport,
): Part | undefined {
  const text = cleanName(url, report, example)
  if (text === undefined) return undefined
  if (isWebAddress(text)) return textPart(text)
  report.note('left-out-addresses', example)
  return undefined
}

function dateEntries(
  source: ImportedSource,
  example: string,
  report: ImportReport,
): (readonly [string, Part | undefined])[] {
  const dateOf = (text: string | undefined) =>
    text === undefined ? undefined : edtfOf(text, report, example)
  const published = dateOf(source.published)
  const accessed = dateOf(source.accessed)
  const isLate = published !== undefined && accessed !== undefined && isBefore(accessed, published)
  return [
    ['published', published === undefined ? undefined : datePart(published)],
    ['accessed', accessed === undefined || isLate ? undefined : datePart(accessed)],
  ]
}

function isBefore(a: string, b: string): boolean {
  const [first, second] = [parseEdtf(a), parseEdtf(b)]
  return (
    first.ok && second.ok && boundsOf(first.date).latestEnd < boundsOf(second.date).earliestStart
  )
}

function brief(text = ''): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text)
}

/** A list of more places than this is read by nobody, and then any place may be named. */
const mostSections = 1000

/** Counted places as the file tells them, and what else is cited by name, so that a slip in a locator is found. */
function placeEntries(
  source: ImportedSource,
  places: ReadonlySet<string>,
): (readonly [string, Part | undefined])[] {
  const [paragraphs, pages] = [source.paragraphs, source.pages].map(asCount)
  const isCounted = paragraphs !== undefined || pages !== undefined
  const counted = { paragraphs, pages, seconds: undefined, sections: [] }
  const named = [...places].filter((place) => !(isCounted && hasPlace(counted, place)))
  const sections = named.sort(compareText).map(textPart)
  const count = (value: number | undefined) =>
    value === undefined ? undefined : wordPart(String(value))
  const areListed = sections.length > 0 && (isCounted || sections.length <= mostSections)
  return [
    ['paragraphs', count(paragraphs)],
    ['pages', count(pages)],
    ['sections', areListed ? briefList(sections) : undefined],
  ]
}

function asCount(value: number | undefined): number | undefined {
  return /^[1-9][0-9]{0,14}$/.test(String(value)) ? value : undefined
}
