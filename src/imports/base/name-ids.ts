import { groupBy } from '../../model/group-by.ts'
import { compareText } from '../../text/compare-text.ts'
import { isEntityId } from '../../text/entity-id.ts'
import { kebab } from '../../text/kebab.ts'
import { hashOf } from '../../text/one-slip.ts'
import type { ImportReport } from '../import-report.ts'

interface NameOptions {
  /** Begins the id of a name that has no letter in ASCII. */
  readonly prefix: string
  /** Ids that mean something else. */
  readonly reserved?: Iterable<string>
  /** More names than this all get the last id, which is this. */
  readonly most: number
  readonly others: string
  /** Names of which an id is chosen when all others have theirs. */
  readonly later?: ReadonlySet<string>
  readonly report: ImportReport
}

/**
 * An id for each name of a type, a relation or an attribute, whatever the order in which they come. Names that differ in
 * case and in what parts their words are one: `ThreatActor` and `threat-actor`.
 */
export function nameIds(
  names: Iterable<string>,
  { prefix, reserved = [], most, others, later, report }: NameOptions,
): ReadonlyMap<string, string> {
  const isLater = (name: string) => Number(later?.has(name) === true)
  const inOrder = [...new Set(names)].sort((a, b) => isLater(a) - isLater(b) || exactFirst(a, b))
  const alike = groupBy(inOrder, wordsOf)
  const taken = new Set(reserved)
  const ids = new Map<string, string>()
  for (const [key, group] of alike) {
    const [first = '', ...rest] = group
    const isOver = ids.size >= most
    const id = isOver ? others : numbered(idOf(first, key, prefix), taken)
    taken.add(id)
    if (isOver) report.note('many-names', first)
    else for (const name of rest) report.note('merged-names', name)
    for (const name of group) ids.set(name, id)
  }
  return ids
}

/** `id`, or `id-2`, `id-3` where it is taken. */
export function numbered(id: string, taken: ReadonlySet<string>): string {
  let free = id
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`
  return free
}

/** The same for the same text, and short. */
export function hashText(text: string): string {
  return hashOf(text).toString(36)
}

/** What is an id already keeps it. */
function exactFirst(a: string, b: string): number {
  return Number(isEntityId(b)) - Number(isEntityId(a)) || compareText(a, b)
}

function wordsOf(name: string): string {
  return parted(name)
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
}

function idOf(name: string, key: string, prefix: string): string {
  if (isEntityId(name)) return name
  return kebab(parted(name)) || `${prefix}-${hashText(key)}`
}

/** `ThreatActor` in two words. */
export function parted(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
}
