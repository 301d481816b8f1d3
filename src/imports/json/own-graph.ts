import { given } from '../given.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported, ImportedThing, ImportedTie } from '../imported.ts'
import { entriesIn, isObject, listIn, textIn, textsIn, valueIn } from './json-values.ts'
import type { OwnWriting } from './own-claim.ts'
import { ownRelation, ownType } from './own-ontology.ts'
import { ownDecision, ownSource, ownThing, ownTie } from './own-parts.ts'
import { tellStrange } from './tell-strange.ts'

/** Whether a file is what `dossier export json` wrote: then it carries its ontology and its evidence. */
export function isOwnGraph(document: unknown): boolean {
  const attributes = valueIn(document, 'attributes')
  const isOurs = textIn(attributes, 'generator')?.startsWith('dossier ') === true
  return isOurs && isObject(valueIn(attributes, 'ontology'))
}

/** Everything but the layout, which is made anew. */
export function readOwnGraph(document: unknown, report: ImportReport): Imported {
  const attributes = valueIn(document, 'attributes')
  const ontology = valueIn(attributes, 'ontology')
  tellStrange(document, report)
  tellUnknownTypes(ontology, report)
  return {
    ...given('name', textIn(attributes, 'name')),
    things: listIn(document, 'nodes').flatMap((node) => thingOf(node, report) ?? []),
    ties: listIn(document, 'edges').flatMap((edge) => tieOf(edge, report) ?? []),
    types: new Map(entriesIn(ontology, 'entities').map(([id, type]) => [id, ownType(type)])),
    relations: new Map(
      entriesIn(ontology, 'relations').map(([id, one]) => [id, ownRelation(one, writing.names)]),
    ),
    sources: new Map(
      entriesIn(attributes, 'sources').map(([id, source]) => [id, ownSource(id, source)]),
    ),
    identity: listIn(attributes, 'identity').flatMap(
      (decision) => ownDecision(textsIn(decision, 'entities'), decision, writing) ?? [],
    ),
  }
}

function tellUnknownTypes(ontology: unknown, report: ImportReport): void {
  const known = new Set(entriesIn(ontology, 'entities').flatMap(([, one]) => textsIn(one, 'types')))
  for (const [id, relation] of entriesIn(ontology, 'relations')) {
    for (const end of ['from', 'to']) {
      for (const type of textsIn(relation, end).filter((one) => !known.has(one))) {
        report.note('unfit-values', `attributes.ontology.relations.${id}.${end}: ${type}`)
      }
    }
  }
}

/** The file holds the graph as it is: ids are keys. */
const writing: OwnWriting = {
  names: {
    saidBy: 'saidBy',
    at: 'at',
    inverseLabel: 'inverseLabel',
    saysInverse: 'saysInverse',
  },
  thingKey: (id) => id,
  sourceKey: (id) => id,
}

function thingOf(node: unknown, report: ImportReport): ImportedThing | undefined {
  const key = textIn(node, 'key')
  const told = valueIn(node, 'attributes')
  if (key === undefined) {
    report.note('left-out-objects', 'nodes')
    return undefined
  }
  const claims = entriesIn(told, 'attributes').flatMap(([attribute, claims]) =>
    Array.isArray(claims) ? claims.map((claim) => [attribute, claim] as const) : [],
  )
  return ownThing({ key, id: key, told }, claims, writing)
}

function tieOf(edge: unknown, report: ImportReport): ImportedTie | undefined {
  const [source, target] = [textIn(edge, 'source'), textIn(edge, 'target')]
  const told = valueIn(edge, 'attributes')
  const relation = textIn(told, 'relation')
  if (source === undefined || target === undefined || relation === undefined) {
    report.note('left-out-objects', textIn(edge, 'key') ?? 'edges')
    return undefined
  }
  return ownTie({ relation, source, target }, told, writing)
}
