import { compareText } from '../../text/compare-text.ts'
import { isEntityId, reservedId } from '../../text/entity-id.ts'
import { kebab, longestKebab } from '../../text/kebab.ts'
import type { ImportedSource, ImportedThing } from '../imported.ts'
import { type KnownBase, sourceKey } from './known-base.ts'
import { hashText } from './name-ids.ts'

type KnownIds = Pick<KnownBase, 'ids' | 'taken'>

/**
 * A readable id for each thing, by key. What has an id keeps it, and so does what was imported before; of the others
 * those that would share one are numbered in order of key, so that the order of the file does not matter.
 */
export function thingIds(
  things: readonly ImportedThing[],
  typeIds: ReadonlyMap<string, string>,
  known: KnownIds,
): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set(known.taken)
  const keep = (key: string, id: string | undefined) => {
    if (id === undefined || !isEntityId(id) || taken.has(id) || ids.has(key)) return
    taken.add(id)
    ids.set(key, id)
  }
  for (const { key } of things) keep(key, known.ids.get(key))
  for (const { key, id } of things) keep(key, id)
  // In the objects of graphology this is the name of something else.
  taken.add(reservedId)
  const wanted = things
    .filter(({ key }) => !ids.has(key))
    .map((thing) => {
      const id = wantedId(thing, typeIds.get(thing.type) ?? 'entity')
      return { key: thing.key, id, age: Number(thing.isOld === true) }
    })
    .sort((a, b) => compareText(a.id, b.id) || a.age - b.age || compareText(a.key, b.key))
  // Whoever is the first of its name gets it, before a number makes it that of another.
  for (const [at, { key, id }] of wanted.entries()) {
    if (wanted[at - 1]?.id !== id) keep(key, id)
  }
  const next = new Map<string, number>()
  for (const { key, id } of wanted) {
    if (ids.has(key)) continue
    const free = nextFree(id, taken, next)
    taken.add(free)
    ids.set(key, free)
  }
  return ids
}

/** Ten thousand that share a name must not each try all numbers before theirs. */
function nextFree(id: string, taken: ReadonlySet<string>, next: Map<string, number>): string {
  if (!taken.has(id)) return id
  let number = next.get(id) ?? 2
  while (taken.has(`${id}-${number}`)) number++
  next.set(id, number + 1)
  return `${id}-${number}`
}

function wantedId({ key, name = '' }: ImportedThing, type: string): string {
  if (isReadable(key)) return key
  const ofName = kebab(name)
  if (ofName !== '') return ofName
  const ofKey = kebab(key)
  if (isEntityId(ofKey) && /[a-z]/.test(ofKey)) return ofKey
  const numbered = `${type}-${ofKey}`
  return ofKey !== '' && isEntityId(numbered) ? numbered : `${type}-${hashText(key)}`
}

/** Whether a key was made by a person: `ada-lovelace`, but not `n12`, `node-7` or a row of hexadecimal digits. */
function isReadable(key: string): boolean {
  return (
    isEntityId(key) &&
    key.length <= 80 &&
    /[a-z]{3}/.test(key) &&
    !/^[a-z]+-?[0-9]+$/.test(key) &&
    !/[0-9a-f]{12}/.test(key)
  )
}

/** An id for each of some sources, which share their names with the entities. */
export function sourceIds(
  sources: ReadonlyMap<string, Pick<ImportedSource, 'id' | 'title'>>,
  known: KnownIds,
): Map<string, string> {
  const taken = new Set(known.taken).add(reservedId)
  const ids = new Map<string, string>()
  const wanted = [...sources].map(([key, { id, title }]) => ({
    ...{ key, title },
    id: known.ids.get(sourceKey(key)) ?? (id !== undefined && isEntityId(id) ? id : undefined),
  }))
  wanted.sort(
    (a, b) => Number(a.id === undefined) - Number(b.id === undefined) || compareText(a.key, b.key),
  )
  const next = new Map<string, number>()
  for (const { key, id, title } of wanted) {
    const told = id ?? (kebab(titleForId(title)) || `source-${hashText(key)}`)
    const free = nextFree(told, taken, next)
    taken.add(free)
    ids.set(key, free)
  }
  return ids
}

/** Pages of one site differ at the end of their addresses, which a cut id would lose: of long ones the middle goes. */
function titleForId(title: string): string {
  const address = title.replace(/^https?:\/\/(www\.)?/i, '')
  if (address === title || address.length <= longestKebab) return address
  const [host = '', ...path] = address.split('/').filter(Boolean)
  return `${host} ${path.at(-1) ?? ''}`
}
