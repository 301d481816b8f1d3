import type {
  AttributeClaimAttributes,
  ClaimAttributes,
  Evidence,
  KnowledgeGraph,
  RivalAttributes,
} from '../../graph/knowledge-graph.ts'
import { citationColumns } from './citation-columns.ts'
import { type CsvColumn, type CsvTable, csvTable } from './csv-table.ts'

/** One reading of a claim: what the base holds, or a rival. A rival fills in only what it says itself. */
interface Reading {
  /** The key of the edge, or `ada#rank` and `ada#rank--2` for values. Rivals share it with their claim. */
  readonly claim: string
  /** From 1; none for the reading that the base holds. */
  readonly rival?: number
  readonly about: 'relation' | 'attribute'
  readonly subject: string
  readonly predicate: string
  readonly object: string | undefined
  readonly value: AttributeClaimAttributes['value'] | undefined
  readonly denied: boolean
  readonly role?: string | undefined
  readonly evidence: Evidence
  readonly place: Pick<ClaimAttributes, 'file' | 'line'>
}

/** A row for each claim, be it a value, an event's date or a relation, and one for each rival reading after it. */
export function claimTable(graph: KnowledgeGraph): CsvTable {
  return csvTable(columnsFor(graph), () => readingsOf(graph))
}

function columnsFor(graph: KnowledgeGraph): CsvColumn<Reading>[] {
  const label = (id: string | undefined) =>
    id !== undefined && graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : undefined
  return [
    { name: 'claim', value: ({ claim }) => claim },
    { name: 'rival', value: ({ rival }) => rival },
    { name: 'about', value: ({ about }) => about },
    { name: 'subject', value: ({ subject }) => subject },
    { name: 'subject_label', value: ({ subject }) => label(subject) },
    { name: 'predicate', value: ({ predicate }) => predicate },
    { name: 'object', value: ({ object }) => object },
    { name: 'object_label', value: ({ object }) => label(object) },
    { name: 'value', value: ({ value }) => value },
    { name: 'value_type', value: ({ value }) => (value === undefined ? undefined : typeof value) },
    { name: 'denied', value: ({ denied }) => (denied ? true : undefined) },
    { name: 'role', value: ({ role }) => role },
    { name: 'when', value: ({ evidence }) => evidence.when },
    { name: 'start', value: ({ evidence }) => evidence.start },
    { name: 'end', value: ({ evidence }) => evidence.end },
    { name: 'confidence', value: ({ evidence }) => evidence.confidence },
    { name: 'said_by', value: ({ evidence }) => evidence.saidBy },
    { name: 'inferred', value: ({ evidence }) => evidence.inferred },
    ...citationColumns(({ evidence }: Reading) => evidence.citations),
    { name: 'note', value: ({ evidence }) => evidence.note },
    { name: 'file', value: ({ place }) => place.file },
    { name: 'line', value: ({ place }) => place.line },
  ]
}

function* readingsOf(graph: KnowledgeGraph): Generator<Reading> {
  for (const { node, attributes } of graph.nodeEntries()) {
    for (const [name, claims] of Object.entries(attributes.attributes)) {
      yield* valueReadings(node, name, claims)
    }
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    const { relation: predicate, role } = attributes
    const base = { claim: edge, about: 'relation', subject: source, predicate } as const
    yield* withRivals({ ...base, object: target, value: undefined, role }, attributes)
  }
}

function* valueReadings(
  node: string,
  name: string,
  claims: readonly AttributeClaimAttributes[],
): Generator<Reading> {
  for (const [index, claim] of claims.entries()) {
    const key = index === 0 ? `${node}#${name}` : `${node}#${name}--${index + 1}`
    const base = { claim: key, about: 'attribute', subject: node, predicate: name } as const
    yield* withRivals({ ...base, object: undefined, value: claim.value }, claim)
  }
}

function* withRivals(
  reading: Omit<Reading, 'rival' | 'denied' | 'evidence' | 'place'>,
  claim: ClaimAttributes,
): Generator<Reading> {
  yield { ...reading, denied: false, evidence: claim, place: claim }
  for (const [index, rival] of claim.rivals.entries()) {
    yield {
      ...reading,
      ...told(rival),
      rival: index + 1,
      role: undefined,
      evidence: rival,
      place: claim,
    }
  }
}

function told({ target, value, denied }: RivalAttributes) {
  return { object: target, value, denied: denied === true }
}
