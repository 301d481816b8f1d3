import type {
  Edtf,
  IntervalEnd,
  MaskedDate,
  PlainDate,
  Qualifier,
  SetMember,
  SingleDate,
} from './edtf.ts'

/** The one canonical text of a date: equal dates have equal texts, and parsing one gives it back. */
export function formatEdtf(date: Edtf): string {
  switch (date.kind) {
    case 'interval':
      return `${formatEnd(date.start)}/${formatEnd(date.end)}`
    case 'one-of':
      return `[${date.members.map(formatMember).join(',')}]`
    case 'all-of':
      return `{${date.members.map(formatMember).join(',')}}`
    default:
      return formatSingle(date)
  }
}

function formatSingle(date: SingleDate): string {
  switch (date.kind) {
    case 'date':
      return formatParts(date, yearText(date.year), twoDigits(date.month), twoDigits(date.day))
    case 'masked':
      return formatParts(date, date.year, date.month, date.day)
    case 'season':
      return `${yearText(date.year)}-${date.season}`
    case 'rounded-year':
      return `${yearText(date.year)}S${date.significantDigits}`
    default:
      return date satisfies never
  }
}

function formatEnd(end: IntervalEnd): string {
  if (end === 'open') return '..'
  return end === 'unknown' ? '' : formatSingle(end)
}

function formatMember(member: SetMember): string {
  if (member.kind !== 'range') return formatSingle(member)
  const from = member.from === undefined ? '' : formatSingle(member.from)
  const to = member.to === undefined ? '' : formatSingle(member.to)
  return `${from}..${to}`
}

/**
 * A qualifier after a part is about all parts up to it, one before a part about this part alone:
 * the leading parts that share a qualifier get it once, behind the last of them.
 */
function formatParts(
  { doubt }: PlainDate | MaskedDate,
  year: string,
  month: string | undefined,
  day: string | undefined,
): string {
  const parts = [year, month, day].filter((part) => part !== undefined)
  if (doubt === undefined) return parts.join('-')
  const marks: Qualifier[] = [doubt.year, doubt.month, doubt.day].slice(0, parts.length)
  const other = marks.findIndex((mark) => mark !== doubt.year)
  const shared = other < 0 ? marks.length : other
  return parts
    .map((part, index) => {
      if (index >= shared) return `${marks[index]}${part}`
      return index === shared - 1 ? `${part}${doubt.year}` : part
    })
    .join('-')
}

function yearText(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`
  const digits = String(Math.abs(year)).padStart(4, '0')
  return year < 0 ? `-${digits}` : digits
}

function twoDigits(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value).padStart(2, '0')
}
