import type { ImportedThing } from '../imports/imported.ts'
import { groupBy } from '../model/group-by.ts'
import { idIn, type Manifest } from './import-manifest.ts'

type Table = ReadonlyMap<string, string>

/**
 * A table of ids by key as the manifest keeps it: what a file only names goes by its name and what is told of it, since
 * its key can be that of a namesake in the next file.
 */
export function withLastingKeys(table: Table, things: readonly ImportedThing[]): Table {
  const lasting = new Map(things.flatMap((thing) => pairOf(thing)))
  return new Map(Array.from(table, ([key, id]) => [lasting.get(key) ?? key, id]))
}

function pairOf(thing: ImportedThing): [string, string][] {
  const lasting = lastingKey(thing)
  return lasting === undefined ? [] : [[thing.key, lasting]]
}

/**
 * The manifest by the keys that a newer file has: of several namesakes each is the one of which the same is told. Where
 * only one is left on either side, it is the same with something else told of it.
 */
export function withKeysOf(things: readonly ImportedThing[], manifest: Manifest): Manifest {
  const named = things.filter(({ content }) => content !== undefined)
  if (named.length === 0) return manifest
  const { ids, merged, files } = manifest
  const there = new Set(Array.from(files.keys(), idIn))
  const isThere = (key: string) => merged.has(key) || there.has(ids.get(key))
  const known = groupBy([...ids.keys(), ...merged.keys()].filter(isLasting), nameIn)
  const keys = new Map(
    [...groupBy(named, ({ name = '' }) => name)].flatMap(([name, namesakes]) =>
      sameOnes(known.get(name) ?? [], namesakes, isThere),
    ),
  )
  const now = (table: Table) =>
    new Map(Array.from(table, ([key, id]) => [keys.get(key) ?? key, id] as const))
  return { ...manifest, ids: now(ids), merged: now(merged) }
}

/** Of some lasting keys and some things of one name, which are the same: pairs of the key that was and the one that is. */
function sameOnes(
  before: readonly string[],
  namesakes: readonly ImportedThing[],
  isThere: (key: string) => boolean,
): readonly (readonly [string, string])[] {
  const today = new Map(namesakes.map((thing) => [lastingKey(thing) ?? '', thing.key]))
  const same = [...today].filter(([lasting]) => before.includes(lasting))
  const [gone, anotherGone] = before.filter((key) => !today.has(key) && isThere(key))
  const [news, otherNews] = [...today].filter(([lasting]) => !before.includes(lasting))
  if (!gone || !news || anotherGone || otherNews) return same
  return [...same, [gone, news[1]]]
}

const mark = '\u0000named '

function lastingKey({ name, content }: ImportedThing): string | undefined {
  return content === undefined ? undefined : `${mark}${content} ${name}`
}

function isLasting(key: string): boolean {
  return key.startsWith(mark)
}

function nameIn(key: string): string {
  return key.slice(key.indexOf(' ', mark.length) + 1)
}
