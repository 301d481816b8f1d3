import { monthName, yearName } from './calendar-words.ts'
import type { DatePhrase } from './date-phrase.ts'
import { isApproximate, isUncertain } from './doubt.ts'
import type { Doubt, PlainDate, RoundedYear, Season, SingleDate } from './edtf.ts'
import { roundedYears } from './extent.ts'
import { maskedPhrase } from './masked-phrase.ts'
import { monthsOfSeason, seasons } from './seasons.ts'

export function singleDatePhrase(date: SingleDate): DatePhrase {
  switch (date.kind) {
    case 'date':
      return withDoubt(plainPhrase(date), date)
    case 'masked':
      return withDoubt(maskedPhrase(date), date)
    case 'season':
      return seasonPhrase(date)
    case 'rounded-year':
      return roundedPhrase(date)
    default:
      return date satisfies never
  }
}

function plainPhrase({ year, month, day }: PlainDate): DatePhrase {
  const sure = { isAbout: false, remarks: [] }
  if (month === undefined) return { ...sure, preposition: 'in', noun: yearName(year) }
  const named = `${monthName(month)} ${yearName(year)}`
  return day === undefined
    ? { ...sure, preposition: 'in', noun: named }
    : { ...sure, preposition: 'on', noun: `${day} ${named}` }
}

/** A season that crosses the new year names both years, so that nobody takes it for the other one. */
function seasonPhrase(date: Season): DatePhrase {
  const { first, last } = monthsOfSeason(date)
  const { name, hemisphere } = seasons.get(date.season) ?? {}
  const from = yearName(first.year)
  return {
    preposition: 'in',
    noun: `${name} ${first.year === last.year ? from : `${from}/${yearName(last.year)}`}`,
    isAbout: false,
    remarks: hemisphere === undefined ? [] : [`${hemisphere} hemisphere`],
  }
}

function roundedPhrase(date: RoundedYear): DatePhrase {
  const { first, last } = roundedYears(date)
  const isExact = first === last
  return {
    preposition: 'in',
    noun: yearName(date.year),
    isAbout: !isExact,
    remarks: isExact ? [] : [`between ${yearName(first)} and ${yearName(last)}`],
  }
}

/** Doubt about the whole date needs no list of its parts. */
function withDoubt(
  phrase: DatePhrase,
  { doubt, month, day }: Pick<SingleDateWithDoubt, 'doubt' | 'month' | 'day'>,
): DatePhrase {
  if (doubt === undefined) return phrase
  const parts: (keyof Doubt)[] = ['year']
  if (month !== undefined) parts.push('month')
  if (day !== undefined) parts.push('day')
  const uncertain = parts.filter((part) => isUncertain(doubt[part]))
  const approximate = parts.filter((part) => isApproximate(doubt[part]))
  const isAbout = approximate.length === parts.length
  const remarks = [...phrase.remarks]
  if (!isAbout && approximate.length > 0) remarks.push(`${approximate.join(' and ')} approximate`)
  if (uncertain.length === parts.length) remarks.push('uncertain')
  else if (uncertain.length > 0) remarks.push(`${uncertain.join(' and ')} uncertain`)
  return { ...phrase, isAbout, remarks }
}

type SingleDateWithDoubt = Extract<SingleDate, { doubt: unknown }>
