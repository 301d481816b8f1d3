import { momentOf } from '../dates/moment.ts'
import { compareText } from '../text/compare-text.ts'
import { joinParts, type Part, type Tie, tieOf } from './event-tie.ts'
import type { KnowledgeGraph, RelationTypeAttributes } from './knowledge-graph.ts'

/** More ties than this are no network to look at, and would fill the memory: they grow with the square of a crowd. */
export const mostTies = 250_000

/**
 * The graph in which every two participants of one event of a type, or of a type below it, are tied, and these events
 * are no more. What networks of two kinds of nodes call a projection. Two who met at three events have three ties.
 * Participants are what claims tie to the event, but neither backdrops, such as its place, nor other events.
 */
export function projectEvents(graph: KnowledgeGraph, type: string): KnowledgeGraph {
  const projected = graph.copy() as KnowledgeGraph
  const relation = freeName(graph)
  const ties = eventsOf(graph, type).flatMap((event) => tiesAt(graph, event))
  for (const event of eventsOf(graph, type)) projected.dropNode(event)
  const numbers = new Map<string, number>()
  for (const { source, target, claim } of ties.sort(byEndsAndDate)) {
    const key = `${source}--${relation}--${target}`
    const number = (numbers.get(key) ?? 0) + 1
    numbers.set(key, number)
    const attributes = { relation, kind, label, symmetric: true, ...claim }
    projected.addEdgeWithKey(number === 1 ? key : `${key}--${number}`, source, target, attributes)
  }
  const { entities, relations } = graph.getAttribute('ontology')
  const types = [...new Set(ties.flatMap(({ source, target }) => [source, target]))].map((id) =>
    graph.getNodeAttribute(id, 'type'),
  )
  const declared = relationType([...new Set(types)].sort(compareText))
  projected.setAttribute('ontology', {
    entities,
    relations: { ...relations, [relation]: declared },
  })
  return projected
}

export interface Crowd {
  /** How many ties a projection would make. */
  readonly ties: number
  /** The event with most participants, where there is one. */
  readonly largest?: string
  readonly participants: number
}

/** How large a projection gets of the claims that are kept, without making it. */
export function crowdOf(
  graph: KnowledgeGraph,
  type: string,
  keepsEdge: (edge: string) => boolean,
): Crowd {
  let crowd: Crowd = { ties: 0, participants: 0 }
  for (const event of eventsOf(graph, type)) {
    const participants = partsIn(graph, event, keepsEdge).size
    const ties = crowd.ties + (participants * (participants - 1)) / 2
    crowd =
      participants > crowd.participants
        ? { ties, largest: event, participants }
        : { ...crowd, ties }
  }
  return crowd
}

const label = 'took part with'
const kind = 'co-participation'

function relationType(types: readonly string[]): RelationTypeAttributes {
  return {
    label,
    inverseLabel: label,
    symmetric: true,
    kind,
    from: [...types],
    to: [...types],
    says: '{source} and {target} both took part in {event}',
    saysInverse: '{target} and {source} both took part in {event}',
  }
}

/** An ontology may have a relation of that name already. */
function freeName(graph: KnowledgeGraph): string {
  const { relations } = graph.getAttribute('ontology')
  const plain = 'took-part-with'
  let name = plain
  for (let number = 2; Object.hasOwn(relations, name); number++) name = `${plain}-${number}`
  return name
}

function eventsOf(graph: KnowledgeGraph, type: string): string[] {
  return graph.filterNodes((_, { types }) => types.includes(type))
}

function tiesAt(graph: KnowledgeGraph, event: string): Tie[] {
  const parts = [...partsIn(graph, event, () => true)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, edges]) => joinParts(graph, id, edges))
  return parts.flatMap((first, index) =>
    parts.slice(index + 1).map((second) => tieOf(graph, event, first, second)),
  )
}

/** The claims by which each participant takes part. */
function partsIn(
  graph: KnowledgeGraph,
  event: string,
  keepsEdge: (edge: string) => boolean,
): Map<string, Part[]> {
  const { entities } = graph.getAttribute('ontology')
  const parts = new Map<string, Part[]>()
  for (const edge of graph.edges(event)) {
    const id = graph.opposite(event, edge)
    const type = entities[graph.getNodeAttribute(id, 'type')]
    const isBackdrop = type?.dated === true || type?.transit === false
    if (id === event || isBackdrop || !keepsEdge(edge)) continue
    const part = { edge, isSource: graph.source(edge) === id }
    const known = parts.get(id)
    if (known) known.push(part)
    else parts.set(id, [part])
  }
  return parts
}

function byEndsAndDate(a: Tie, b: Tie): number {
  const [ours = 0, theirs = 0] = [momentOf(a.claim.when)[0], momentOf(b.claim.when)[0]]
  return (
    compareText(a.source, b.source) ||
    compareText(a.target, b.target) ||
    (ours === theirs ? 0 : ours < theirs ? -1 : 1) ||
    compareText(a.claim.event.id, b.claim.event.id)
  )
}
