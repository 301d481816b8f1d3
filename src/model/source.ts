import { counted } from '../text/counted.ts'
import type { Located } from '../text/span.ts'

/** A document that claims cite. */
export interface Source {
  readonly id: Located<string>
  readonly title: string
  readonly publisher: string | undefined
  readonly author: string | undefined
  readonly kind: string | undefined
  readonly url: string | undefined
  readonly archive: string | undefined
  readonly published: string | undefined
  readonly accessed: string | undefined
  readonly language: string | undefined
  readonly reliability: Reliability | undefined
  readonly note: string | undefined
  readonly places: SourcePlaces
}

/** What a source can tell of itself beside its title, in the order in which it is written. */
export const sourceTexts = [
  'publisher',
  'author',
  'kind',
  'url',
  'archive',
  'published',
  'accessed',
  'language',
  'reliability',
  'note',
] as const satisfies (keyof Source)[]

/** The keys of a source's file, in their order; the last four tell which places it has. */
export const sourceKeys = [
  'title',
  ...sourceTexts,
  'paragraphs',
  'pages',
  'timecode',
  'sections',
] as const

/** How far the first half of the Admiralty code trusts a source, from A (completely) to F (cannot be judged). */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
type Reliability = (typeof reliabilities)[number]

/** What a locator may name. A source that declares none of these takes any locator. */
export interface SourcePlaces {
  /** Locators `p1` to `p14`. */
  readonly paragraphs: number | undefined
  /** Locators `page1` to `page20`. */
  readonly pages: number | undefined
  /** Length of a recording in seconds; locators are `00:12:30`. */
  readonly seconds: number | undefined
  /** Named parts. */
  readonly sections: readonly string[]
}

/** Whether a locator names a place that the source has; `p3-p5` names a range. */
export function hasPlace(places: SourcePlaces, locator: string): boolean {
  const { paragraphs, pages, seconds, sections } = places
  if (sections.includes(locator)) return true
  if (paragraphs === undefined && pages === undefined && seconds === undefined) {
    return sections.length === 0
  }
  const numbers = /^(p|page)([0-9]{1,6})(?:-\1([0-9]{1,6}))?$/.exec(locator)
  if (numbers) {
    const most = (numbers[1] === 'p' ? paragraphs : pages) ?? 0
    const first = Number(numbers[2])
    const last = Number(numbers[3] ?? first)
    return first >= 1 && first <= last && last <= most
  }
  const second = secondsOf(locator)
  return second !== undefined && seconds !== undefined && second <= seconds
}

/** Seconds of a time code `hh:mm:ss`. */
export function secondsOf(timecode: string): number | undefined {
  const parts = /^([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])$/.exec(timecode)
  return parts ? Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : undefined
}

/** The places of a source in words, for a curator who named one that it does not have. */
export function placesInWords({ paragraphs, pages, seconds, sections }: SourcePlaces): string {
  const told = [
    paragraphs !== undefined && `p1 to p${paragraphs}`,
    pages !== undefined && `page1 to page${pages}`,
    seconds !== undefined && `times up to ${counted(Math.floor(seconds / 60), 'minute')}`,
    sections.length > 0 && sections.join(', '),
  ]
  return told.filter((part) => part !== false).join(', ')
}
