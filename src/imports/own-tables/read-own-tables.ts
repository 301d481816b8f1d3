import { verdicts } from '../../model/entity.ts'
import { groupBy } from '../../model/group-by.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedDecision, ImportedThing } from '../imported.ts'
import {
  keyCalled,
  type NamedTie,
  tellUnclear,
  thingNames,
  thingsCalled,
  tiesByName,
} from '../named-ends.ts'
import { type OwnClaims, readClaims, textualPredicates } from './claim-rows.ts'
import { readTies } from './edge-rows.ts'
import { citationsIn, type OwnReading } from './evidence-cells.ts'
import { type OwnValues, readNodes, withValues } from './node-rows.ts'
import { readRelations, readTypes } from './ontology-rows.ts'
import { addedColumns, itemsIn, type OwnTables, textIn } from './own-table.ts'
import { readSources } from './source-rows.ts'

/**
 * A base from the tables that `dossier export csv` wrote, as they are or as a person left them. The table of claims is
 * the record; those of nodes and edges repeat it, and count where they add to it. Any of the tables may be missing.
 */
export function readOwnTables(tables: OwnTables, report: ImportReport): Imported {
  const nodes = readNodes(tables.get('nodes') ?? [], report)
  const sources = readSources(tables.get('sources') ?? [], report)
  const reading = { report, sources, names: thingNames(nodes.map(({ thing }) => thing)) }
  const claims = readClaims(tables.get('claims') ?? [], reading)
  const types = readTypes(tables, report)
  const parents = Array.from(types.values(), ({ parent = '' }) => parent)
  const used = nodes.map(({ thing }) => thing.type)
  const known = new Set([...types.keys(), ...parents, ...used])
  const ontology = { types, relations: readRelations(tables, known, report) }
  const ties = tiesIn(tables, claims, ontology, reading)
  const values = valuesIn(tables, claims, reading)
  const ends = ties.flatMap(({ source, target }) => [source, target])
  const unknown = new Set(
    [...ends, ...values.byThing.keys()].filter((key) => !reading.names.byKey.has(key)),
  )
  const things = [
    ...nodes.map(({ thing, row }) => withValues(thing, row, values, report)),
    ...invented(unknown, tables, report).map((thing) =>
      withValues(thing, undefined, values, report),
    ),
  ]
  const identity = decisionsIn(tables, reading)
  tellAdded(tables, report)
  return { ...{ things, ties, sources, identity }, ...ontology }
}

function tiesIn(
  tables: OwnTables,
  { ties }: OwnClaims,
  ontology: Pick<Imported, 'types' | 'relations'>,
  reading: OwnReading,
): Imported['ties'] {
  const read = readTies(tables.get('edges'), ties, tables.has('claims'), reading)
  const straight = straightener(ontology.relations)
  const named = tiesByName(read.map(straight), reading.names, ontology, reading.report)
  return named.map(({ tie }) => tie)
}

/** Turns a tie round that a person wrote from its other end, under the name of an inverse. */
function straightener(relations: Imported['relations']): (named: NamedTie) => NamedTie {
  const inverses = new Map(Array.from(relations, ([id, { inverse }]) => [inverse, id] as const))
  return ({ tie, at }) => {
    const { source, target } = tie
    const relation = relations.has(tie.relation) ? undefined : inverses.get(tie.relation)
    if (relation === undefined) return { tie, at }
    return { tie: { ...tie, relation, source: target, target: source }, at }
  }
}

function valuesIn(
  tables: OwnTables,
  { values }: OwnClaims,
  { names, report }: OwnReading,
): OwnValues {
  const known = values.filter(({ row, subject }) => {
    const called = thingsCalled(subject, names)
    if (called.length > 1) tellUnclear(row.at, subject, called, report)
    return called.length <= 1
  })
  const byThing = groupBy(known, ({ subject }) => keyCalled(subject, names))
  const lists = new Set(
    [...byThing.values()].flatMap((own) =>
      [...groupBy(own, ({ predicate }) => predicate)].flatMap(([name, [, another]]) =>
        another ? [name] : [],
      ),
    ),
  )
  const claims = tables.get('claims')
  return { byThing, lists, areTold: claims !== undefined, textual: textualPredicates(claims ?? []) }
}

/** Things that claims tell of and the table of nodes does not, with the names that stand beside their ids. */
function invented(
  keys: ReadonlySet<string>,
  tables: OwnTables,
  report: ImportReport,
): ImportedThing[] {
  const named = [
    ...(['source', 'target'] as const).map((column) => ['edges', column] as const),
    ...(['subject', 'object'] as const).map((column) => ['claims', column] as const),
  ]
  const labels = new Map<string, string>()
  for (const [table, column] of keys.size === 0 ? [] : named) {
    for (const row of tables.get(table) ?? []) {
      const [key, label] = [textIn(row, column), textIn(row, `${column}_label`)]
      if (key !== undefined && label !== undefined) labels.set(key, label)
    }
  }
  return [...keys].map((key) => {
    report.note('invented-entities', key)
    return { key, id: key, type: 'thing', name: labels.get(key) ?? key, attributes: [] }
  })
}

function decisionsIn(
  tables: OwnTables,
  { names, report, sources }: OwnReading,
): ImportedDecision[] {
  return (tables.get('identity') ?? []).flatMap((row) => {
    const told = textIn(row, 'verdict')?.toLowerCase()
    const verdict = verdicts.find((one) => one === told)
    if (verdict === undefined) {
      report.note('left-out-rows', row.at)
      return []
    }
    const entities = itemsIn(row, 'entities').map((entity) => keyCalled(entity, names))
    const { citations, others } = citationsIn(row, 'identity', sources)
    report.note('surplus-cells', `${row.at}: quotes`, others.length)
    return [{ verdict, entities, reason: textIn(row, 'reason') ?? '', citations }]
  })
}

/** Columns that a person added where nothing takes them up. */
function tellAdded(tables: OwnTables, report: ImportReport): void {
  for (const table of ['entity-types', 'relation-types', 'identity'] as const) {
    for (const row of tables.get(table) ?? []) {
      for (const column of addedColumns(table, row)) {
        report.note('surplus-cells', `${row.at}: ${column}`)
      }
    }
  }
}
