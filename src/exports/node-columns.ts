import type {
  AttributeClaimAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { placeText, rivalText, type Vouching, withEvidence } from './claim-text.ts'
import type { Cell, Column, ColumnType } from './columns.ts'

/** What every node says, and then one column for each attribute that any of them has. */
export function nodeColumns(graph: KnowledgeGraph): Column<NodeAttributes>[] {
  return [...fixedNodeColumns, ...attributeColumns(graph)]
}

const fixedNodeColumns: readonly Column<NodeAttributes>[] = [
  { id: 'kg_type', title: 'Type', type: 'string', value: ({ type }) => type },
  { id: 'kg_types', title: 'Types', type: 'liststring', value: ({ types }) => types },
  { id: 'kg_aliases', title: 'Aliases', type: 'liststring', value: ({ aliases }) => aliases },
  { id: 'kg_summary', title: 'Summary', type: 'string', value: ({ summary }) => summary },
  { id: 'kg_unnamed', title: 'Unnamed', type: 'boolean', value: ({ unnamed }) => unnamed },
  { id: 'kg_count', title: 'Count', type: 'integer', value: ({ count }) => count },
  { id: 'kg_when', title: 'When', type: 'string', value: ({ when }) => when },
  { id: 'kg_claims', title: 'Claims', type: 'liststring', value: claimTexts },
  { id: 'kg_rivals', title: 'Rivals', type: 'liststring', value: nodeRivalTexts },
  { id: 'kg_place', title: 'Place', type: 'string', value: placeText },
]

/** Every attribute claim with its evidence, since the attribute's own column holds the bare value. */
function claimTexts({ attributes }: NodeAttributes): string[] {
  const texts: string[] = []
  for (const name of Object.keys(attributes)) {
    for (const claim of attributes[name] ?? []) {
      texts.push(withEvidence(`${name}: ${claim.value}`, evidenceOf(name, claim)))
    }
  }
  return texts
}

/** What vouches for a claim beside its value; an event's own date is its value and no evidence for it. */
export function evidenceOf(name: string, claim: AttributeClaimAttributes): Vouching {
  return name === ownDate ? { ...claim, when: undefined } : claim
}

function nodeRivalTexts({ attributes }: NodeAttributes): string[] {
  const texts: string[] = []
  for (const name of Object.keys(attributes)) {
    for (const { rivals } of attributes[name] ?? []) {
      for (const rival of rivals) texts.push(`${name}, ${rivalText(rival)}`)
    }
  }
  return texts
}

/** Where a dated entity keeps the claim of its own date, which `kg_when` already shows. */
const ownDate = 'when'

/** The attributes whose column is one of lists, which hold nothing but text. */
export function listedAttributes(graph: KnowledgeGraph): ReadonlySet<string> {
  const listed = [...attributeTypes(graph)].filter(([, type]) => type === 'liststring')
  return new Set(listed.map(([name]) => name))
}

function attributeTypes(graph: KnowledgeGraph): ReadonlyMap<string, ColumnType> {
  const types = new Map<string, ColumnType>()
  for (const { attributes } of graph.nodeEntries()) {
    for (const [name, claims] of Object.entries(attributes.attributes)) {
      if (name !== ownDate) types.set(name, commonType(types.get(name), typeOf(claims)))
    }
  }
  return types
}

function attributeColumns(graph: KnowledgeGraph): Column<NodeAttributes>[] {
  const ids = new Set<string>()
  return [...attributeTypes(graph)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, type]) => ({
      id: uniqueId(name, ids),
      title: titleOf(name),
      type,
      value: ({ attributes }) =>
        Object.hasOwn(attributes, name) ? cellOf(attributes[name] ?? [], type) : undefined,
    }))
}

function typeOf(claims: readonly AttributeClaimAttributes[]): ColumnType {
  const [first, ...others] = claims
  if (first === undefined || others.length > 0) return 'liststring'
  if (typeof first.value === 'boolean') return 'boolean'
  if (typeof first.value === 'string') return 'string'
  return Number.isInteger(first.value) && Math.abs(first.value) < 2 ** 31 ? 'integer' : 'double'
}

function commonType(known: ColumnType | undefined, type: ColumnType): ColumnType {
  if (known === undefined || known === type) return type
  const numbers = ['integer', 'double']
  return numbers.includes(known) && numbers.includes(type) ? 'double' : 'liststring'
}

function cellOf(claims: readonly AttributeClaimAttributes[], type: ColumnType): Cell {
  return type === 'liststring' ? claims.map(({ value }) => String(value)) : claims[0]?.value
}

function uniqueId(name: string, taken: Set<string>): string {
  const plain = `attr_${name.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}`
  let id = plain
  for (let number = 2; taken.has(id); number++) id = `${plain}_${number}`
  taken.add(id)
  return id
}

/** Readers that go by titles keep their own values under the first of these; the rest are taken. */
const reservedTitles = new Set([
  ...['id', 'label', 'kind', 'weight', 'start', 'end', 'viz', 'pid'],
  ...fixedNodeColumns.map(({ title }) => title.toLowerCase()),
])

function titleOf(name: string): string {
  return reservedTitles.has(name.toLowerCase()) ? `${name} (attribute)` : name
}
