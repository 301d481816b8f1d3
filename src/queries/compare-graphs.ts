import { isDeepStrictEqual } from 'node:util'
import type {
  AttributeClaimAttributes,
  Evidence,
  KnowledgeGraph,
  NodeAttributes,
  RivalAttributes,
  SourceAttributes,
} from '../graph/knowledge-graph.ts'
import { groupBy } from '../model/group-by.ts'
import { compareText } from '../text/compare-text.ts'

/** What lies between two states of a base. Each list is in order of id or key. */
export interface GraphComparison {
  readonly entities: Changes
  readonly relations: Changes
  readonly sources: Changes
  /** Entities that are the same ones under another id. */
  readonly renamed: readonly { readonly before: string; readonly after: string }[]
}

export interface Changes {
  /** Ids or keys in the graph after. */
  readonly added: readonly string[]
  /** Ids or keys in the graph before. */
  readonly removed: readonly string[]
  readonly changed: readonly Change[]
}

/** Something that is there before and after, and not the same. */
export interface Change {
  readonly before: string
  readonly after: string
  readonly fields: readonly FieldChange[]
}

export interface FieldChange {
  /** A field of the graph, such as `confidence`, or an attribute of the ontology as `attributes.status`. */
  readonly field: string
  /** As in the graph; absent where there was, or is, nothing. */
  readonly before?: unknown
  readonly after?: unknown
}

/** Compares what two graphs say. Where it is written, and where it is drawn, makes no difference. */
export function compareGraphs(before: KnowledgeGraph, after: KnowledgeGraph): GraphComparison {
  const renamed = renamedIn(before, after)
  const idAfter = new Map(renamed.map((pair) => [pair.before, pair.after]))
  const then: State = { graph: before, idNow: (id) => idAfter.get(id) ?? id }
  const now: State = { graph: after, idNow: (id) => id }
  return {
    entities: changesOf(pairsOfEntities(then, now), then, now, entityFields),
    relations: changesOf(pairsOfRelations(then, now), then, now, relationFields),
    sources: changesOf(pairsOfSources(then, now), then, now, sourceFields),
    renamed,
  }
}

/** A graph, and the id that its entities have in the graph after. */
interface State {
  readonly graph: KnowledgeGraph
  readonly idNow: (id: string) => string
}

/** The key before and the key after of each thing; one of them is missing where it was added or removed. */
type Pair = readonly [before: string | undefined, after: string | undefined]

type Fields = Readonly<Record<string, unknown>>

function changesOf(
  pairs: readonly Pair[],
  then: State,
  now: State,
  fieldsOf: (state: State, key: string) => Fields,
): Changes {
  const added: string[] = []
  const removed: string[] = []
  const changed: Change[] = []
  for (const [before, after] of pairs) {
    if (before === undefined) added.push(after ?? '')
    else if (after === undefined) removed.push(before)
    else {
      const fields = differences(fieldsOf(then, before), fieldsOf(now, after))
      if (fields.length > 0) changed.push({ before, after, fields })
    }
  }
  return {
    added: added.sort(compareText),
    removed: removed.sort(compareText),
    changed: changed.sort((a, b) => compareText(a.after, b.after)),
  }
}

function differences(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { before: before[field] }),
      ...(after[field] !== undefined && { after: after[field] }),
    }))
}

/** One that is gone and one that is new are one where they alone have that name and type. */
function renamedIn(before: KnowledgeGraph, after: KnowledgeGraph): GraphComparison['renamed'] {
  const gone = before.nodes().filter((id) => !after.hasNode(id))
  const come = byName(
    after,
    after.nodes().filter((id) => !before.hasNode(id)),
  )
  return [...byName(before, gone)]
    .flatMap(([name, ids]) => {
      const others = come.get(name) ?? []
      const [from, to] = [ids[0], others[0]]
      const isOne = ids.length === 1 && others.length === 1
      return isOne && from && to ? [{ before: from, after: to }] : []
    })
    .sort((a, b) => compareText(a.after, b.after))
}

function byName(graph: KnowledgeGraph, ids: readonly string[]): Map<string, string[]> {
  return groupBy(ids, (id) => {
    const { label, type } = graph.getNodeAttributes(id)
    return `${type} ${label}`
  })
}

function pairsOfEntities(then: State, now: State): Pair[] {
  return pairsOf(then.graph.nodes(), now.graph.nodes(), then.idNow)
}

function pairsOfSources(then: State, now: State): Pair[] {
  const idsIn = ({ graph }: State) => Object.keys(graph.getAttribute('sources'))
  return pairsOf(idsIn(then), idsIn(now), (id) => id)
}

function pairsOf(
  before: readonly string[],
  after: readonly string[],
  idNow: (id: string) => string,
): Pair[] {
  const there = new Set(after)
  const met = new Set(before.map(idNow))
  return [
    ...before.map((id): Pair => [id, there.has(idNow(id)) ? idNow(id) : undefined]),
    ...after.filter((id) => !met.has(id)).map((id): Pair => [undefined, id]),
  ]
}

/**
 * The relations that do not say the same. Those of one type between the same two are numbered, and a number says nothing:
 * those of the same time and role belong together, then the others in their order.
 */
function pairsOfRelations(then: State, now: State): Pair[] {
  const before = groupBy(then.graph.edges(), (key) => tieOf(then, key))
  const after = groupBy(now.graph.edges(), (key) => tieOf(now, key))
  const ties = [...new Set([...before.keys(), ...after.keys()])]
  return ties.flatMap((tie) => {
    const left = {
      before: fieldsByKey(then, before.get(tie) ?? []),
      after: fieldsByKey(now, after.get(tie) ?? []),
    }
    // Those that say the same are no change, and are left out.
    takePairs(left, isDeepStrictEqual)
    return [...takePairs(left, isOfOneTime), ...takePairs(left, () => true), ...rest(left)]
  })
}

interface Left {
  readonly before: Map<string, Fields>
  readonly after: Map<string, Fields>
}

function fieldsByKey(state: State, keys: readonly string[]): Map<string, Fields> {
  return new Map(keys.map((key) => [key, relationFields(state, key)]))
}

type IsLike = (one: Fields, other: Fields) => boolean

const isOfOneTime: IsLike = (one, other) => one.when === other.when && one.role === other.role

/** Takes out of what is left those that are alike. */
function takePairs({ before, after }: Left, isLike: IsLike): Pair[] {
  const pairs: Pair[] = []
  for (const [one, fields] of before) {
    const [other] = [...after].find(([, others]) => isLike(fields, others)) ?? []
    if (other === undefined) continue
    pairs.push([one, other])
    before.delete(one)
    after.delete(other)
  }
  return pairs
}

function rest({ before, after }: Left): Pair[] {
  return [
    ...[...before.keys()].map((key): Pair => [key, undefined]),
    ...[...after.keys()].map((key): Pair => [undefined, key]),
  ]
}

/** A symmetric relation has no direction: its ends stand in order. */
function tieOf({ graph, idNow }: State, key: string): string {
  const { relation, symmetric } = graph.getEdgeAttributes(key)
  const ends = graph.extremities(key).map(idNow)
  return [relation, ...(symmetric ? ends.sort(compareText) : ends)].join(' ')
}

function entityFields({ graph, idNow }: State, id: string): Fields {
  const entity: NodeAttributes = graph.getNodeAttributes(id)
  const { label, type, aliases, summary, unnamed, count, attributes } = entity
  const claims = Object.entries(attributes).map(
    ([name, values]) =>
      [`attributes.${name}`, values.map((claim) => valueFields(claim, idNow))] as const,
  )
  return { label, type, aliases, summary, unnamed, count, ...Object.fromEntries(claims) }
}

function valueFields(claim: AttributeClaimAttributes, idNow: State['idNow']): Fields {
  const { file, line, rivals, ...fields } = claim
  return { ...withIds(fields, idNow), rivals: rivals.map((rival) => rivalFields(rival, idNow)) }
}

function relationFields({ graph, idNow }: State, key: string): Fields {
  const edge = graph.getEdgeAttributes(key)
  const { role, when, confidence, citations, inferred, note, rivals } = edge
  return {
    role,
    when: isOfAnEnd(graph, key, when) ? undefined : when,
    ...{ confidence, citations },
    saidBy: edge.saidBy.map(idNow),
    ...{ inferred, note },
    rivals: rivals.map((rival) => rivalFields(rival, idNow)),
  }
}

function rivalFields(rival: RivalAttributes, idNow: State['idNow']): Fields {
  const { target } = rival
  return { ...withIds(rival, idNow), ...(target !== undefined && { target: idNow(target) }) }
}

function withIds<T extends Evidence>(evidence: T, idNow: State['idNow']): T {
  return { ...evidence, saidBy: evidence.saidBy.map(idNow) }
}

/** A part played in a dated event has its date, which is told once, of the event. */
function isOfAnEnd(graph: KnowledgeGraph, key: string, when: string | undefined): boolean {
  return graph.extremities(key).some((end) => graph.getNodeAttribute(end, 'when') === when)
}

function sourceFields({ graph }: State, id: string): Fields {
  const { file, line, ...fields } = graph.getAttribute('sources')[id] ?? ({} as SourceAttributes)
  return fields
}
