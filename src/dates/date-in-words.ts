import { monthNamed } from './calendar-words.ts'

/**
 * The year, month, day, decade or season that a text in lower case names, written the EDTF way.
 * Whether that day exists is for the reader of EDTF to find out.
 */
export function dateInWords(text: string): string | undefined {
  for (const [pattern, write] of spellings) {
    const match = pattern.exec(text)
    if (match !== null) return write(match[1] ?? '', match[2] ?? '', match[3] ?? '')
  }
  return fromWords(text)
}

type Writer = (first: string, second: string, third: string) => string | undefined

const spellings: readonly (readonly [RegExp, Writer])[] = [
  [/^(\d{4})$/, (year) => year],
  [/^(\d{4})[-.](\d{1,2})$/, (year, month) => date(year, month)],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, yearFirst],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, yearFirst],
  [/^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, yearFirst],
  [/^(\d{4})(\d\d)(\d\d)$/, date],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, (day, month, year) => date(year, month, day)],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, dayAndMonth],
  [/^(\d{1,2})-(\d{1,2})-(\d{4})$/, dayAndMonth],
  [/^(\d{1,2})[-./](\d{4})$/, (month, year) => date(year, month)],
  [/^(?:the )?(\d{2}[1-9])0'?s$/, (decade) => `${decade}X`],
  [/^q([1-4])[ -]?(\d{4})$/, (quarter, year) => `${year}-${firstQuarter + Number(quarter) - 1}`],
  [/^(\d{4})[ -]?q([1-4])$/, (year, quarter) => `${year}-${firstQuarter + Number(quarter) - 1}`],
  [/^(?:the )?(spring|summer|autumn|fall) (?:of )?(\d{4})$/, (name, year) => season(year, name)],
]

const firstQuarter = 33

/** Winter is missing: nobody knows whether the one before or the one after is meant. */
const seasonCodes: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
}

const fillers = /^(?:of|the|on|in|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/

/** `Sunday, 25th of December 2011`: one year, one month, at most one day, in any order. */
function fromWords(text: string): string | undefined {
  const words = text.split(/[ ,.-]+/).filter((word) => word !== '' && !fillers.test(word))
  const years = words.filter((word) => /^\d{4}$/.test(word))
  const months = words.map(monthNamed).filter((month) => month !== undefined)
  const days = words.filter((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word))
  const [year, month, day] = [years[0], months[0], days[0]]
  const isOfEach = years.length === 1 && months.length === 1 && days.length <= 1
  const isAll = years.length + months.length + days.length === words.length
  if (!isOfEach || !isAll || year === undefined) return undefined
  return date(year, String(month), day === undefined ? '' : String(Number.parseInt(day, 10)))
}

function dayAndMonth(first: string, second: string, year: string): string | undefined {
  if (Number(first) > 12 || first === second) return date(year, second, first)
  return Number(second) > 12 ? date(year, first, second) : undefined
}

/** No year has a thirteenth month: where the day stands in its place, only one reading is left. */
function yearFirst(year: string, month: string, day: string): string {
  return Number(month) > 12 && Number(day) <= 12 ? date(year, day, month) : date(year, month, day)
}

function date(year: string, month: string, day = ''): string {
  const parts = [year, month, day].filter((part) => part !== '')
  return parts.map((part) => part.padStart(2, '0')).join('-')
}

function season(year: string, name: string): string | undefined {
  const code = seasonCodes[name]
  return code === undefined ? undefined : `${year}-${code}`
}
