import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedThing } from '../imported.ts'
import { type KnownBase, originKey, sourceKey } from './known-base.ts'

/** What of a file goes into the base. */
export interface Present {
  readonly read: Imported
  /** The ids of what does not, by key; what was merged has that of the other. */
  readonly away: ReadonlyMap<string, string>
}

/** Leaves out what comes twice, and what people have deleted or merged into something else since the last import. */
export function presentThings(
  imported: Imported,
  known: Pick<KnownBase, 'ids' | 'merged' | 'deleted'>,
  report: ImportReport,
): Present {
  const away = new Map<string, string>()
  const isThere = (key: string) => {
    const other = known.merged.get(key)
    const id = other ?? known.ids.get(key) ?? ''
    if (other === undefined && !known.deleted.has(id)) return true
    if (other === undefined) report.note('deleted-by-hand', id)
    away.set(key, id)
    return false
  }
  const { sources, origin, ...told } = imported
  const things = distinct(imported.things, report).filter(({ key }) => isThere(key))
  const isOriginThere = origin !== undefined && isThere(sourceKey(originKey))
  return {
    read: {
      ...{ ...told, things },
      sources: new Map([...sources].filter(([key]) => isThere(sourceKey(key)))),
      ...(isOriginThere && { origin }),
    },
    away,
  }
}

/** A key that comes twice is one thing; what the second says besides is lost, and told. */
function distinct(things: readonly ImportedThing[], report: ImportReport): ImportedThing[] {
  const kept = new Map<string, ImportedThing>()
  for (const thing of things) {
    if (kept.has(thing.key)) report.note('repeated-keys', thing.key)
    else kept.set(thing.key, thing)
  }
  return [...kept.values()]
}
