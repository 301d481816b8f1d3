import { counted } from '../text/counted.ts'
import type { ImportReport } from './import-report.ts'
import type { Imported, ImportedRelation, ImportedThing, ImportedTie } from './imported.ts'

/** What a table calls things: their keys, or names of which several things may have the same. */
export interface ThingNames {
  readonly byKey: ReadonlyMap<string, ImportedThing>
  readonly byName: ReadonlyMap<string, readonly ImportedThing[]>
}

export function thingNames(things: Iterable<ImportedThing>): ThingNames {
  const byKey = new Map<string, ImportedThing>()
  const byName = new Map<string, ImportedThing[]>()
  for (const thing of things) {
    const { key, name } = thing
    if (byKey.has(key)) continue
    byKey.set(key, thing)
    if (name === undefined) continue
    const known = byName.get(name)
    if (known) known.push(thing)
    else byName.set(name, [thing])
  }
  return { byKey, byName }
}

/** All that a text can mean; a key means no more than itself. */
export function thingsCalled(
  text: string,
  { byKey, byName }: ThingNames,
): readonly ImportedThing[] {
  const thing = byKey.get(text)
  return thing ? [thing] : (byName.get(text) ?? [])
}

/** The key of the one thing that a text can mean; the text itself where that is none or several. */
export function keyCalled(text: string, names: ThingNames): string {
  const [one, another] = thingsCalled(text, names)
  return one && !another ? one.key : text
}

/** A tie whose ends are written as a person wrote them: by key or by name. */
export interface NamedTie {
  readonly tie: ImportedTie
  /** The row that it stands in. */
  readonly at: string
  /** What its ends are, where the table says so. */
  readonly sourceType?: string
  readonly targetType?: string
}

/**
 * The ties with the keys of their ends; an end that nothing is called stays as it is written. Where several things have
 * the name, the one is taken whose type fits the relation; where that is none or several, the tie is left out. Both are told.
 */
export function tiesByName(
  ties: readonly NamedTie[],
  names: ThingNames,
  ontology: Pick<Imported, 'types' | 'relations'>,
  report: ImportReport,
): NamedTie[] {
  const fitting = fittingThings(ties, names, ontology)
  return ties.flatMap((named) => {
    const source = endOf(named, 'source', names, fitting, report)
    const target = source === undefined ? undefined : endOf(named, 'target', names, fitting, report)
    if (source === undefined || target === undefined) return []
    return [{ ...named, tie: { ...named.tie, source, target } }]
  })
}

type Side = 'source' | 'target'
type FittingThing = (named: NamedTie, side: Side) => ImportedThing | undefined

function endOf(
  named: NamedTie,
  side: Side,
  names: ThingNames,
  fitting: FittingThing,
  report: ImportReport,
): string | undefined {
  const text = named.tie[side]
  const called = thingsCalled(text, names)
  if (called.length <= 1) return called[0]?.key ?? text
  const taken = fitting(named, side)
  if (taken === undefined) tellUnclear(named.at, text, called, report)
  else
    report.note(
      'guessed-ends',
      `${meanings(named.at, text, called)}; ${brief(taken.key)} was taken`,
    )
  return taken?.key
}

/** Tells of a row that is left out, because a name in it is that of several things. */
export function tellUnclear(
  at: string,
  text: string,
  called: readonly ImportedThing[],
  report: ImportReport,
): void {
  report.note('unclear-ends', meanings(at, text, called))
}

function meanings(at: string, text: string, called: readonly ImportedThing[]): string {
  const keys = called.slice(0, mostTold).map(({ key }) => brief(key))
  const more = called.length > mostTold ? [counted(called.length - mostTold, 'other')] : []
  return `${at}: "${brief(text)}" is ${[...keys, ...more].join(' or ')}`
}

const mostTold = 5

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** The only one of those that an end can mean whose type fits; what was found for one tie holds for all alike. */
function fittingThings(
  ties: readonly NamedTie[],
  names: ThingNames,
  { types, relations }: Pick<Imported, 'types' | 'relations'>,
): FittingThing {
  const seen = typesSeen(ties, names)
  const found = new Map<string, ImportedThing | undefined>()
  return ({ tie, sourceType, targetType }, side) => {
    const told = side === 'source' ? sourceType : targetType
    const key = JSON.stringify([endKey(tie, side), tie[side], told])
    if (found.has(key)) return found.get(key)
    const allowed =
      told === undefined
        ? (typesDeclared(relations.get(tie.relation), side) ?? seen.get(endKey(tie, side)))
        : new Set([told])
    const [one, another] = thingsCalled(tie[side], names).filter(({ type }) =>
      chainOf(type, types).some((own) => allowed?.has(own)),
    )
    const only = another ? undefined : one
    found.set(key, only)
    return only
  }
}

function typesDeclared(
  relation: ImportedRelation | undefined,
  side: Side,
): ReadonlySet<string> | undefined {
  const declared = (side === 'source' ? relation?.from : relation?.to) ?? []
  return declared.length === 0 ? undefined : new Set(declared)
}

/** The types at the ends of which there is no doubt. */
function typesSeen(
  ties: readonly NamedTie[],
  names: ThingNames,
): ReadonlyMap<string, ReadonlySet<string>> {
  const seen = new Map<string, Set<string>>()
  for (const { tie } of ties) {
    for (const side of ['source', 'target'] as const) {
      const [one, another] = thingsCalled(tie[side], names)
      if (one === undefined || another) continue
      const key = endKey(tie, side)
      seen.set(key, (seen.get(key) ?? new Set()).add(one.type))
    }
  }
  return seen
}

/** Of a tie without direction either end may come first. */
function endKey({ relation, symmetric }: ImportedTie, side: Side): string {
  return `${symmetric ? 'either' : side} ${relation}`
}

/** A type and those above it, of which a file may say that they go in circles. */
function chainOf(type: string, types: Imported['types']): string[] {
  const chain = new Set<string>()
  for (let own: string | undefined = type; own !== undefined && !chain.has(own); ) {
    chain.add(own)
    own = types.get(own)?.parent
  }
  return [...chain]
}
