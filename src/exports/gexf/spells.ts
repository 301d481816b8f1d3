/** ISO days, inclusive; an absent bound is open. */
export interface Spell {
  readonly start?: string
  readonly end?: string
}

/**
 * When any of some stints may hold, in order and without overlaps, which readers refuse.
 * Empty when that is at any time: a stint without usable bounds does not narrow anything.
 */
export function uniteSpells(stints: readonly Spell[]): Spell[] {
  const [only] = stints
  if (only !== undefined && stints.length === 1) return bounded(writableSpell(only))
  const spells: Spell[] = []
  for (const spell of stints.map(writableSpell).sort(byStart)) {
    if (isUnbounded(spell)) return []
    const last = spells.at(-1)
    if (last !== undefined && overlaps(last, spell)) spells[spells.length - 1] = union(last, spell)
    else spells.push(spell)
  }
  return spells.some(isUnbounded) ? [] : spells
}

function bounded(spell: Spell): Spell[] {
  return isUnbounded(spell) ? [] : [spell]
}

/** The bounds that timelines can read: years 0001 to 9999, and none at all where they are reversed. */
export function writableSpell({ start, end }: Spell): Spell {
  const from = start !== undefined && plainDay.test(start) ? start : undefined
  const to = end !== undefined && plainDay.test(end) ? end : undefined
  if (from !== undefined && to !== undefined && from > to) return {}
  return bounds(from, to)
}

const plainDay = /^(?!0000)\d{4}-\d\d-\d\d$/

export function isUnbounded({ start, end }: Spell): boolean {
  return start === undefined && end === undefined
}

function bounds(start: string | undefined, end: string | undefined): Spell {
  if (start === undefined) return end === undefined ? {} : { end }
  return end === undefined ? { start } : { start, end }
}

function byStart(a: Spell, b: Spell): number {
  const [x, y] = [a.start ?? '', b.start ?? '']
  return x < y ? -1 : x > y ? 1 : 0
}

/** Whether the later spell begins before the earlier one is over; a shared day is an overlap. */
function overlaps(earlier: Spell, later: Spell): boolean {
  return earlier.end === undefined || later.start === undefined || later.start <= earlier.end
}

function union(earlier: Spell, later: Spell): Spell {
  const open = earlier.end === undefined || later.end === undefined
  const end = open ? undefined : maxText(earlier.end, later.end)
  return bounds(earlier.start, end)
}

function maxText(a = '', b = ''): string {
  return a > b ? a : b
}
