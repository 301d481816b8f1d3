import { monthName, yearName } from './calendar-words.ts'
import { type DatePhrase, listed } from './date-phrase.ts'
import type { MaskedDate } from './edtf.ts'
import { maskedValues, yearsOfMask } from './mask.ts'

/** `in the 2010s`, `in 2012 (month unknown)`, `on 27 October, November or December 2012`. */
export function maskedPhrase({ year, month, day }: MaskedDate): DatePhrase {
  const isMonthUnknown = month === unknown
  const isDayUnknown = day === unknown
  const monthText = month === undefined || isMonthUnknown ? '' : monthWords(month)
  const dayText = day === undefined || isDayUnknown ? '' : dayWords(day, isMonthUnknown)
  return {
    preposition: dayText === '' ? 'in' : 'on',
    noun: `${dayText}${monthText}${yearWords(year, monthText !== '')}`,
    isAbout: false,
    remarks: unknownParts(isMonthUnknown && dayText === '', isDayUnknown),
  }
}

const unknown = 'XX'

function unknownParts(month: boolean, day: boolean): string[] {
  if (month) return [day ? 'month and day unknown' : 'month unknown']
  return day ? ['day unknown'] : []
}

function monthWords(pattern: string): string {
  const months = maskedValues(pattern, 1, 12).map(monthName)
  return `${alternatives(months, 'a month')} `
}

function dayWords(pattern: string, isMonthUnknown: boolean): string {
  const days = alternatives(maskedValues(pattern, 1, 31).map(String), 'a day')
  if (!isMonthUnknown) return `${days} `
  return `${days.startsWith('a day') ? '' : 'day '}${days} of an unknown month of `
}

/** More than four always follow one another: then it is the last digit that nobody knows. */
function alternatives(values: readonly string[], noun: string): string {
  return values.length > 4 ? `${noun} from ${values[0]} to ${values.at(-1)}` : listed(values, 'or')
}

function yearWords(pattern: string, isAfterMonth: boolean): string {
  if (!pattern.includes('X')) return yearName(Number(pattern))
  if (pattern === 'XXXX') return isAfterMonth ? 'of an unknown year' : 'an unknown year'
  return `${isAfterMonth ? 'in ' : ''}${yearsNoun(pattern)}`
}

/** "The 2000s" can be a decade or a century, so only other decades go by such a name. */
function yearsNoun(pattern: string): string {
  if (!/^-?\d+X+$/.test(pattern)) return `a year of the form ${pattern}`
  const { low, high } = yearsOfMask(pattern)
  const isDecade = low >= 1000 && low % 100 !== 0
  return isDecade ? `the ${low}s` : `a year from ${yearName(low)} to ${yearName(high)}`
}
