import { type NameKeys, namesByKey, namesWithSharedKeys } from './names-by-key.ts'
import { PairCounts } from './pair-counts.ts'

/** More names than this under one key are a common word and no misspelling of each other. */
const mostUnderOneKey = 20

/** How names are compared. A name is known by the number of its slot. */
export interface Likeness {
  /** Tells the keys of a name, whole numbers from 0 to below 2^32. Names without a key in common are never alike. */
  readonly tellKeys: (slot: number, tell: (key: number) => void) => void
  readonly areAlike: (earlier: number, later: number) => boolean
  readonly compare: (a: number, b: number) => number
}

export interface NearNames {
  /** Begins with the names of so many slots, which are in order. */
  readonly begin: (count: number) => void
  /**
   * Takes names out and others in, of slots that follow those that are known; those that share no key with any of them
   * are not looked at again. Gives the later slots of all pairs that may have come or gone.
   */
  readonly replace: (gone: readonly number[], come: readonly number[]) => ReadonlySet<number>
  /** The later slots of all pairs in which one of these is. */
  readonly into: (slots: ReadonlySet<number>) => ReadonlySet<number>
  /** Tells names that are alike and share a key, each two once, in any order. */
  readonly eachPair: (tell: (earlier: number, later: number) => void) => void
  /** Lets all of it go. */
  readonly clear: () => void
}

export function nearNames({ tellKeys, areAlike, compare }: Likeness): NearNames {
  /** How many slots there are, with those that no name has any longer. */
  let slots = 0
  const left = new Set<number>()
  /** Made for the first edit. */
  let keys: NameKeys | undefined
  /** Under how many keys each two that are alike meet. */
  const meetings = new PairCounts()

  const count = (group: ArrayLike<number>, by: 1 | -1, touched?: Set<number>) =>
    eachPairIn(group, areAlike, (earlier, later) => {
      touched?.add(later)
      meetings.add(earlier, later, by)
    })
  const clear = () => {
    slots = 0
    keys = undefined
    left.clear()
    meetings.clear()
  }
  const begin = (all: number) => {
    clear()
    slots = all
    namesWithSharedKeys(slots, tellKeys, (group) => count(group, 1))
  }
  const replace = (gone: readonly number[], come: readonly number[]) => {
    const touched = new Set<number>()
    if (gone.length + come.length === 0) return touched
    keys ??= namesByKey(slots, tellKeys)
    for (const slot of come) keys.add(slot)
    slots += come.length
    const isNew = new Set(come)
    const groups = keys.groupsOf([...gone, ...come])
    const told = (isThere: (slot: number) => boolean, by: 1 | -1) => {
      for (const group of groups) count([...group].filter(isThere).sort(compare), by, touched)
    }
    told((slot) => !left.has(slot) && !isNew.has(slot), -1)
    for (const slot of gone) left.add(slot)
    told((slot) => !left.has(slot), 1)
    return touched
  }
  const into = (some: ReadonlySet<number>) => {
    const found = new Set<number>()
    if (some.size === 0) return found
    meetings.each((earlier, later) => {
      if (some.has(earlier) || some.has(later)) found.add(later)
    })
    return found
  }
  return { begin, replace, into, eachPair: (tell) => meetings.each(tell), clear }
}

function eachPairIn(
  group: ArrayLike<number>,
  areAlike: Likeness['areAlike'],
  tell: (earlier: number, later: number) => void,
): void {
  for (let at = 1; at < group.length; at++) {
    const later = group[at] ?? 0
    for (let before = 0; before < Math.min(at, mostUnderOneKey); before++) {
      const earlier = group[before] ?? 0
      if (areAlike(earlier, later)) tell(earlier, later)
    }
  }
}
