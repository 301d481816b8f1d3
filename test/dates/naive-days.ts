// The meaning of a date, told a second time and as plainly as can be: by looking at every single
// day of a few years. It reads the text itself and shares nothing with src/dates.

/** Days are numbered within the window; `before` and `after` stand for all time outside it. */
const window = { from: Date.UTC(2009, 0, 1), to: Date.UTC(2020, 11, 31) }
const oneDay = 86_400_000

export const isoDays: readonly string[] = Array.from(
  { length: (window.to - window.from) / oneDay + 1 },
  (_, index) => new Date(window.from + index * oneDay).toISOString().slice(0, 10),
)
const before = -1
const after = isoDays.length

export function epochDay(index: number): number {
  if (index === before) return Number.NEGATIVE_INFINITY
  return index === after ? Number.POSITIVE_INFINITY : window.from / oneDay + index
}

/**
 * Something that lasts from one of the starts to one of the ends, whichever they are; both are
 * sorted, and every one of them has a partner.
 */
interface Stretch {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly uncertain: boolean
}

/** One of the stretches is what happened. */
type Member = readonly Stretch[]

/** `one`: a single one of the members is true. `each`: all of them are. */
export interface Meaning {
  readonly mode: 'one' | 'each'
  readonly members: readonly Member[]
}

export function meaningOf(text: string): Meaning {
  if (/^[[{]/.test(text)) {
    const members = text.slice(1, -1).split(',').flatMap(setMembers)
    return { mode: text.startsWith('{') ? 'each' : 'one', members }
  }
  const member = text.includes('/') ? [intervalStretch(text)] : singleStretches(text)
  return { mode: 'one', members: [member] }
}

export function mayHold({ members }: Meaning, from: number, to: number): boolean {
  return members.flat().some(({ starts, ends }) => first(starts) <= to && last(ends) >= from)
}

/** `before` and `after` included, in order. */
export function possibleDays({ members }: Meaning): readonly number[] {
  const days = new Set<number>()
  for (const { starts, ends } of members.flat()) {
    for (let day = first(starts); day <= last(ends); day += 1) days.add(day)
  }
  return [...days].sort((one, other) => one - other)
}

export function mustHold({ mode, members }: Meaning, from: number, to: number): boolean {
  const isSure = (member: Member) =>
    member.every(
      ({ starts, ends, uncertain }) => !uncertain && last(starts) <= to && first(ends) >= from,
    )
  return mode === 'one' ? members.every(isSure) : members.some(isSure)
}

export function bounds({ mode, members }: Meaning) {
  const [begin, finish] = mode === 'one' ? [Math.max, Math.min] : [Math.min, Math.max]
  const each = (pick: (stretch: Stretch) => number, choose: typeof Math.max) =>
    members.map((member) => choose(...member.map(pick)))
  return {
    earliestStart: epochDay(Math.min(...each(({ starts }) => first(starts), Math.min))),
    latestStart: epochDay(begin(...each(({ starts }) => last(starts), Math.max))),
    earliestEnd: epochDay(finish(...each(({ ends }) => first(ends), Math.min))),
    latestEnd: epochDay(Math.max(...each(({ ends }) => last(ends), Math.max))),
    uncertain: members.flat().some(({ uncertain }) => uncertain),
  }
}

/** The days that a date can mean, with the room that a `~` at its end gives. */
export function daysOf(text: string): readonly number[] {
  const bare = text.replace(/[?~%]/g, '')
  const season = /^(\d{4})-(2[1-9]|3\d|4[01])$/.exec(bare)
  const days =
    season === null
      ? matching(bare)
      : (monthsOf[season[2] ?? ''] ?? []).flatMap((month) =>
          matching(`${Number(season[1]) + (month.startsWith('+') ? 1 : 0)}-${month.slice(-2)}`),
        )
  return /[~%]$/.test(text) ? widened(days, bare.split('-').length) : days
}

const monthsOf: Record<string, string[]> = {
  21: ['03', '04', '05'],
  22: ['06', '07', '08'],
  23: ['09', '10', '11'],
  24: ['12', '+01', '+02'],
  31: ['03', '04', '05'],
  33: ['01', '02', '03'],
  36: ['10', '11', '12'],
  38: ['05', '06', '07', '08'],
  41: ['07', '08', '09', '10', '11', '12'],
}

/** Every text is looked up once: there are many of them and many days. */
function matching(mask: string): readonly number[] {
  const known = daysByMask.get(mask)
  if (known !== undefined) return known
  const pattern = new RegExp(`^${mask.replaceAll('X', '\\d')}`)
  const days = isoDays.flatMap((iso, index) => (pattern.test(iso) ? [index] : []))
  daysByMask.set(mask, days)
  return days
}

const daysByMask = new Map<string, readonly number[]>(isoDays.map((iso, index) => [iso, [index]]))

/** Walks day by day until the next year, month or day is through. */
function widened(days: readonly number[], parts: number): number[] {
  const unit = (index: number) => isoDays[index]?.slice(0, [4, 7, 10][parts - 1])
  let [from, to] = [first(days), last(days)]
  const [previous, next] = [unit(from - 1), unit(to + 1)]
  while (unit(from - 1) === previous) from -= 1
  while (unit(to + 1) === next) to += 1
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Days with gaps between them are so many alternatives. */
function singleStretches(text: string): Stretch[] {
  const runs: number[][] = []
  for (const day of daysOf(text)) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => ({ starts: run, ends: run, uncertain: /[?%]/.test(text) }))
}

function intervalStretch(text: string): Stretch {
  const [start = '', end = ''] = text.split('/')
  const everything = Array.from({ length: after - before + 1 }, (_, index) => before + index)
  const starts = start === '..' ? [before] : start === '' ? everything : daysOf(start)
  const ends = end === '..' ? [after] : end === '' ? everything : daysOf(end)
  return {
    starts: starts.filter((day) => day <= last(ends)),
    ends: ends.filter((day) => first(starts) <= day),
    uncertain: /[?%]/.test(text),
  }
}

/** A range is the list of its years, months or days; what lies outside the window is one more. */
function setMembers(text: string): Member[] {
  if (!text.includes('..')) return [singleStretches(text)]
  const [from = '', to = ''] = text.split('..')
  const units = [...new Set(isoDays.map((iso) => iso.slice(0, (from || to).length)))]
  const inside = units
    .filter((unit) => (from === '' || unit >= from) && (to === '' || unit <= to))
    .map(singleStretches)
  const outside = from === '' ? [before] : to === '' ? [after] : []
  return [...outside.map((day) => [{ starts: [day], ends: [day], uncertain: false }]), ...inside]
}

export function first(days: readonly number[]): number {
  return days[0] ?? Number.NaN
}

export function last(days: readonly number[]): number {
  return days.at(-1) ?? Number.NaN
}
