import type { Day } from '../dates/calendar.ts'
import { holdsDuring } from '../dates/holds.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'
import { type Confidence, confidences } from '../model/claim.ts'
import type { EdgeAttributes, Evidence, KnowledgeGraph } from './knowledge-graph.ts'

/** What to keep of a graph; an absent key keeps everything. Lists keep what matches any of their members. */
export interface Filter {
  /** Entity types; a type stands for the types below it too. */
  readonly types?: readonly string[]
  /** Relation types, by their own names or their inverses'. */
  readonly relations?: readonly string[]
  readonly kinds?: readonly string[]
  /** Days between which a claim must at least possibly hold, inclusive. */
  readonly from?: Day
  readonly to?: Day
  /** Keep only what certainly holds in that time. */
  readonly certain?: boolean
  readonly minConfidence?: Confidence
  readonly sources?: readonly string[]
  /** Leave out what rests on these sources alone: it cites one of them, and nothing else. */
  readonly withoutSources?: readonly string[]
  readonly saidBy?: readonly string[]
  /** Leave out what these alone say: one of them, and nobody else. */
  readonly withoutSpeakers?: readonly string[]
  /** Leave out what the curator concluded and no source states. */
  readonly noInferred?: boolean
}

/** Whether a filter keeps a node; edges of a node that is not kept go with it, and so do events of another time. */
export function nodeTest(graph: KnowledgeGraph, filter: Filter): (node: string) => boolean {
  const types = filter.types && new Set(filter.types)
  const inTime = hasTime(filter) ? timeTest(filter) : undefined
  return (node) => {
    const attributes = graph.getNodeAttributes(node)
    if (types && !attributes.types.some((type) => types.has(type))) return false
    return attributes.when === undefined || inTime === undefined || inTime(attributes)
  }
}

export function edgeTest(graph: KnowledgeGraph, filter: Filter): (edge: string) => boolean {
  const keepsNode = nodeTest(graph, filter)
  const tests = [...relationTests(graph, filter), claimTest(filter)]
  return (edge) => {
    const attributes = graph.getEdgeAttributes(edge)
    return (
      tests.every((test) => test(attributes)) &&
      keepsNode(graph.source(edge)) &&
      keepsNode(graph.target(edge))
    )
  }
}

/** The order of trust; a claim that carries no confidence stands just below a confirmed one. */
export function confidenceRank(confidence: Confidence | undefined): number {
  return confidence === undefined ? 0.5 : confidences.indexOf(confidence)
}

function relationTests(
  graph: KnowledgeGraph,
  filter: Filter,
): ((edge: EdgeAttributes) => boolean)[] {
  const tests: ((edge: EdgeAttributes) => boolean)[] = []
  if (filter.relations) {
    const wanted = new Set(filter.relations.map((name) => relationNamed(graph, name) ?? name))
    tests.push(({ relation }) => wanted.has(relation))
  }
  if (filter.kinds) {
    const kinds = new Set(filter.kinds)
    tests.push(({ kind }) => kinds.has(kind))
  }
  return tests
}

type ClaimTest = (claim: Evidence) => boolean

/** Whether a filter keeps a claim, be it a relation or the value of an attribute, by what stands behind it. */
export function claimTest(filter: Filter): ClaimTest {
  const tests: ClaimTest[] = []
  if (filter.minConfidence) {
    const limit = confidenceRank(filter.minConfidence)
    tests.push(({ confidence }) => confidenceRank(confidence) <= limit)
  }
  if (filter.sources) {
    const sources = new Set(filter.sources)
    tests.push(({ citations }) => citations.some(({ source }) => sources.has(source)))
  }
  if (filter.withoutSources) {
    const fallen = new Set(filter.withoutSources)
    tests.push((claim) => !restsOn(claim, fallen))
  }
  if (filter.saidBy) {
    const speakers = new Set(filter.saidBy)
    tests.push(({ saidBy }) => saidBy.some((id) => speakers.has(id)))
  }
  if (filter.withoutSpeakers) {
    const silent = new Set(filter.withoutSpeakers)
    tests.push(({ saidBy }) => saidBy.length === 0 || saidBy.some((id) => !silent.has(id)))
  }
  if (filter.noInferred) tests.push(({ inferred }) => inferred === undefined)
  if (hasTime(filter)) tests.push(timeTest(filter))
  return (claim) => tests.every((test) => test(claim))
}

/** Whether a claim cites some of these sources and no other: it falls with them. */
export function restsOn({ citations }: Evidence, sources: ReadonlySet<string>): boolean {
  return citations.length > 0 && citations.every(({ source }) => sources.has(source))
}

function hasTime({ from, to }: Filter): boolean {
  return from !== undefined || to !== undefined
}

function timeTest({
  from,
  to,
  certain = false,
}: Filter): (claim: Pick<Evidence, 'when'>) => boolean {
  const memo = new Map<string, boolean>()
  return ({ when }) => {
    if (when === undefined) return !certain
    const known = memo.get(when)
    if (known !== undefined) return known
    const parsed = parseEdtf(when)
    const date = parsed.ok ? parsed.date : undefined
    const holds = holdsDuring(date, from ?? -Infinity, to ?? Infinity)
    const kept = certain ? holds === 'certain' : holds !== 'no'
    memo.set(when, kept)
    return kept
  }
}

/** The relation that a name means: its own id, or that of the relation of which it is the inverse. */
export function relationNamed(graph: KnowledgeGraph, name: string): string | undefined {
  const { relations } = graph.getAttribute('ontology')
  if (Object.hasOwn(relations, name)) return name
  return Object.keys(relations).find((id) => relations[id]?.inverse === name)
}
