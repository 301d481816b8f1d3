import { compareText } from '../text/compare-text.ts'

/** So many of those that tie two or more of the best connected to each other stand between them. */
const mostBetween = 50

/** So many neighbours of each of the best connected stand beside it where those have hardly any in common. */
const fewOwn = 3

interface Tie {
  readonly source: string
  readonly target: string
}

/**
 * Whom a reader sees first of a graph that is too large to be drawn: the best connected, and who ties them to each other.
 * Of the ties those are needed that begin or end at one of the best; others make no difference.
 */
export function firstPicture(best: ReadonlySet<string>, ties: Iterable<Tie>): readonly string[] {
  const ends = tiesTo(best, ties)
  const near = [...ends]
    .filter(([id]) => !best.has(id))
    .sort(([a, first], [b, second]) => second.size - first.size || compareText(a, b))
  const between = near.filter(([, some]) => some.size > 1).slice(0, mostBetween)
  // Where the best connected have nobody in common, each shows some of its own.
  const own = [...best].flatMap((id) => near.filter(([, some]) => some.has(id)).slice(0, fewOwn))
  const others = new Map(between.length < best.size ? own : between)
  const tied = new Set([...others.values()].flatMap((some) => [...some]))
  const kept = [...best].filter((id) => tied.has(id) || ends.has(id))
  return kept.length > 0 ? [...kept, ...others.keys()] : [...best]
}

/** To which of some entities each entity is tied. */
function tiesTo(
  some: ReadonlySet<string>,
  ties: Iterable<Tie>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const ends = new Map<string, Set<string>>()
  const tie = (one: string, other: string) => {
    if (some.has(one) && one !== other) ends.set(other, (ends.get(other) ?? new Set()).add(one))
  }
  for (const { source, target } of ties) {
    tie(source, target)
    tie(target, source)
  }
  return ends
}
