const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `month` counts from 1. */
export function monthName(month: number): string {
  const name = monthNames[month - 1]
  if (name === undefined) throw new RangeError(`There is no month ${month}.`)
  return name
}

/** 1 to 12 for a name in any case, of which three letters are enough; otherwise undefined. */
export function monthNamed(word: string): number | undefined {
  if (word.length < 3) return undefined
  const start = word.toLowerCase()
  const index = monthNames.findIndex((name) => name.toLowerCase().startsWith(start))
  return index < 0 ? undefined : index + 1
}

/** Astronomical years count a year 0, people do not: -43 is 44 BC. Small years need their era. */
export function yearName(year: number): string {
  if (year <= 0) return `${1 - year} BC`
  return year < 1000 ? `AD ${year}` : String(year)
}
