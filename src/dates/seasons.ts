import type { PlainDate, Season } from './edtf.ts'

/** A part of a year in whole months; `name` goes before the year. */
export interface SeasonMonths {
  readonly name: string
  readonly hemisphere?: 'northern' | 'southern'
  readonly firstMonth: number
  readonly months: number
}

const spring = { name: 'spring', firstMonth: 3, months: 3 }
const summer = { name: 'summer', firstMonth: 6, months: 3 }
const autumn = { name: 'autumn', firstMonth: 9, months: 3 }
const winter = { name: 'winter', firstMonth: 12, months: 3 }

const northern = { hemisphere: 'northern' } as const
const southern = { hemisphere: 'southern' } as const

/**
 * The codes of ISO 8601-2, which names these parts of a year but not their months.
 *
 * Seasons are the meteorological ones (WMO: three whole months, spring from March), and a season
 * bears the year in which it begins: winter 2012 runs from December 2012 to February 2013, after
 * autumn 2012, just as its code follows. The codes 21 to 24 name no hemisphere and are read as
 * northern; who means the south has codes that say so.
 */
export const seasons: ReadonlyMap<number, SeasonMonths> = new Map<number, SeasonMonths>([
  [21, spring],
  [22, summer],
  [23, autumn],
  [24, winter],
  [25, { ...spring, ...northern }],
  [26, { ...summer, ...northern }],
  [27, { ...autumn, ...northern }],
  [28, { ...winter, ...northern }],
  [29, { ...spring, ...southern, firstMonth: 9 }],
  [30, { ...summer, ...southern, firstMonth: 12 }],
  [31, { ...autumn, ...southern, firstMonth: 3 }],
  [32, { ...winter, ...southern, firstMonth: 6 }],
  [33, { name: 'the first quarter of', firstMonth: 1, months: 3 }],
  [34, { name: 'the second quarter of', firstMonth: 4, months: 3 }],
  [35, { name: 'the third quarter of', firstMonth: 7, months: 3 }],
  [36, { name: 'the fourth quarter of', firstMonth: 10, months: 3 }],
  [37, { name: 'the first third of', firstMonth: 1, months: 4 }],
  [38, { name: 'the second third of', firstMonth: 5, months: 4 }],
  [39, { name: 'the last third of', firstMonth: 9, months: 4 }],
  [40, { name: 'the first half of', firstMonth: 1, months: 6 }],
  [41, { name: 'the second half of', firstMonth: 7, months: 6 }],
])

/** Every season that the parser lets through is in the table. */
export function monthsOfSeason({ year, season }: Season): {
  readonly first: PlainDate
  readonly last: PlainDate
} {
  const part = seasons.get(season)
  if (part === undefined) throw new RangeError(`There is no season ${season}.`)
  const last = part.firstMonth + part.months - 1
  return {
    first: month(year, part.firstMonth),
    last: last > 12 ? month(year + 1, last - 12) : month(year, last),
  }
}

function month(year: number, month: number): PlainDate {
  return { kind: 'date', year, month, day: undefined, doubt: undefined }
}
