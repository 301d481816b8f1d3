import { ftmSchemata } from '../../model/ftm-words.ts'
import type { AttributeType, EntityType, Ontology } from '../../model/ontology.ts'
import { usualColours } from '../../model/read-entity-types.ts'
import { stixEntities } from '../../model/stix-words.ts'
import { compareText } from '../../text/compare-text.ts'
import { kebab } from '../../text/kebab.ts'
import { mostTypes } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedThing, ImportedType } from '../imported.ts'
import { cleanName } from './clean-text.ts'
import { nameIds, parted } from './name-ids.ts'

/** An entity type of the ontology to be; the keys of what it inherits are absent. */
export interface BaseType {
  readonly id: string
  readonly label: string | undefined
  readonly parent: string | undefined
  readonly abstract: boolean
  readonly dated: boolean
  readonly transit: boolean
  readonly colour: string | undefined
  readonly stix: string | undefined
  readonly ftm: string | undefined
  readonly attributes: Map<string, AttributeType>
}

export interface BaseTypes {
  /** By the names that the file has for them. */
  readonly ids: ReadonlyMap<string, string>
  /** In order of id. */
  readonly types: ReadonlyMap<string, BaseType>
}

/**
 * The types that the things have or the file declares, and those above them. Those of the ontology on which people `relyOn` stay.
 */
export function baseTypes(
  { things, types: declared }: Imported,
  report: ImportReport,
  relyOn?: Ontology,
): BaseTypes {
  const used = new Map<string, boolean>()
  for (const { type, date } of things) used.set(type, used.get(type) || date !== undefined)
  const parents = [...declared.values()].flatMap(({ parent }) => parent ?? [])
  const names = [...used.keys(), ...declared.keys(), ...parents]
  const ids = nameIds(names, { prefix: 'type', most: mostTypes, others: 'thing', report })
  const merged = new Map<string, ImportedType & { readonly name: string }>()
  for (const [name, id] of ids) {
    merged.set(id, { ...declared.get(name), name, ...merged.get(id) })
  }
  const isUsed = idsOf(used.keys(), ids)
  const dated = [...used].flatMap(([name, isDated]) => (isDated ? [name] : []))
  const isDated = idsOf(dated, ids)
  const parentOf = (id: string) => {
    const old = relyOn?.entityTypes.get(id)
    const told = merged.get(id)?.parent
    if (old) return old.types[1]
    return told === undefined ? undefined : ids.get(told)
  }
  const types = new Map<string, BaseType>()
  for (const [id, told] of merged) {
    const parent = parentOf(id)
    const isAbove = parent !== undefined && leadsUp(parent, id, parentOf)
    types.set(id, {
      ...lookOf(told, id, report),
      parent: isAbove ? parent : undefined,
      abstract: !isUsed.has(id) && (told.abstract ?? true),
      dated: isDated.has(id) || told.dated === true,
    })
  }
  for (const old of relyOn?.entityTypes.values() ?? []) {
    types.set(old.id, joined(old, types.get(old.id), report))
  }
  return { ids, types: new Map([...types].sort(byId)) }
}

/** A type that stays as it is, but that it allows what the file needs. */
function joined(old: EntityType, told: BaseType | undefined, report: ImportReport): BaseType {
  const { id, transit, stix, ftm } = old
  const label = labelOf(old.label, id, report)
  // The ontology would choose one of these again.
  const colour = usualColours.includes(old.colour) ? undefined : old.colour
  return {
    ...{ id, label, transit, colour, stix, ftm, attributes: new Map() },
    parent: old.types[1],
    abstract: old.abstract && (told?.abstract ?? true),
    dated: old.dated || told?.dated === true,
  }
}

function lookOf(
  { name, label, transit = true, colour = '', stix, ftm }: ImportedType & { readonly name: string },
  id: string,
  report: ImportReport,
): Omit<BaseType, 'parent' | 'abstract' | 'dated'> {
  return {
    ...{ id, transit, attributes: new Map() },
    label: label === undefined ? captionOf(name, id, report) : labelOf(label, id, report),
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : undefined,
    stix: stixEntities.find((word) => word === stix),
    ftm: ftm !== undefined && Object.hasOwn(ftmSchemata, ftm) ? ftm : undefined,
  }
}

/** A type, then those above it. */
export function chainOf(id: string, types: ReadonlyMap<string, BaseType>): string[] {
  const chain: string[] = []
  for (let own = types.get(id); own; own = types.get(own.parent ?? '')) chain.push(own.id)
  return chain
}

export function typeIdOf({ type }: ImportedThing, { ids }: BaseTypes): string {
  const id = ids.get(type)
  if (id === undefined) throw new Error('Every type of a thing has an id.')
  return id
}

/** A name as a label, where the id does not say it already: `ThreatActor` is said by `threat-actor`. */
export function captionOf(name: string, id: string, report: ImportReport): string | undefined {
  const text = cleanName(name, report, id)
  return text === undefined || kebab(parted(text)) === id ? undefined : text
}

/** What the ontology would not call the type anyway. */
function labelOf(label: string, id: string, report: ImportReport): string | undefined {
  const text = cleanName(label, report, id)
  return text === wordsOf(id) ? undefined : text
}

function wordsOf(id: string): string {
  const text = id.replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function idsOf(names: Iterable<string>, ids: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(Array.from(names, (name) => ids.get(name) ?? ''))
}

/** No type is above itself, and none is deeper than anyone reads. */
const mostGenerations = 30

function leadsUp(
  parent: string,
  id: string,
  parentOf: (id: string) => string | undefined,
): boolean {
  let own: string | undefined = parent
  for (let step = 0; own !== undefined; step++) {
    if (own === id || step > mostGenerations) return false
    own = parentOf(own)
  }
  return true
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(a, b)
}
