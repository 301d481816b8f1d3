import type { Confidence } from '../../src/model/claim.ts'
import type { PathOptions } from '../../src/queries/read-path-question.ts'
import type { RandomEdge, RandomGraph } from './random-graph.ts'

interface Walk {
  readonly edges: readonly RandomEdge[]
  readonly nodes: readonly string[]
}

/** Every loopless walk from `n0` to `n1`, then what the question keeps of them, then the documented order. */
export function naivePaths(
  graph: RandomGraph,
  asked: PathOptions,
  keeps: (edges: readonly RandomEdge[]) => boolean = () => true,
): string[][] {
  const max = asked.max ?? (asked.all ? 4 : 12)
  const weight = asked.weight === 'confidence' ? decibels : () => 0
  const kept = walks(graph.edges, { edges: [], nodes: ['n0'] }, asked.directed === true)
    .filter(({ edges, nodes }) => {
      const isKept = edges.every((edge) => keepsEdge(graph, asked, edge))
      const inside = nodes.slice(1, -1)
      const names = (word: string, node: string) => node === word || isA(graph, node, word)
      const passes = (word: string) =>
        edges.some(({ relation }) => relation === relationOf(word)) ||
        inside.some((node) => names(word, node))
      const opened = [...(asked.through ?? []), ...(asked.via ?? [])]
      const isOpen = (node: string) =>
        !isA(graph, node, 'place') || opened.some((word) => names(word, node))
      return (
        isKept &&
        keeps(edges) &&
        (!asked.together || mayHoldTogether(edges)) &&
        inside.every(isOpen) &&
        edges.length <= max &&
        (asked.via ?? []).every((word) => passes(word) || nodes.includes(word)) &&
        !(asked.avoid ?? []).some(passes)
      )
    })
    .sort((a, b) => compare([weight(a), ...sortKey(a)], [weight(b), ...sortKey(b)]))
  const [best] = kept
  const isAsGood = (walk: Walk) =>
    asked.weight === 'confidence'
      ? best !== undefined && decibels(walk) === decibels(best)
      : walk.edges.length === best?.edges.length
  return kept
    .filter((walk, place) => asked.all || (asked.top ? place < asked.top : isAsGood(walk)))
    .map(({ edges }) => edges.map(({ key }) => key))
}

/** In half decibels, from the table in docs/design-choices.md. */
function decibels({ edges }: Walk): number {
  const table = [1, 3, 5, 9, 14, 24]
  const each = edges.map(
    ({ confidence, inferred }) => (table[ladder.indexOf(confidence)] ?? 0) + (inferred ? 1 : 0),
  )
  return each.reduce((sum, one) => sum + one, 0)
}

/** The dates of the random graphs are years; some year must suit all of them. */
function mayHoldTogether(edges: readonly RandomEdge[]): boolean {
  const all = Array.from({ length: 30 }, (_, index) => 2000 + index)
  return all.some((year) => edges.every(({ when }) => mayHold(when, year)))
}

function walks(edges: readonly RandomEdge[], walk: Walk, directed: boolean): Walk[] {
  const here = walk.nodes.at(-1)
  if (here === 'n1') return [walk]
  return edges.flatMap((edge) => {
    const { source, target } = edge
    const next = source === here ? target : target === here && !directed ? source : undefined
    if (next === undefined || walk.nodes.includes(next)) return []
    return walks(edges, { edges: [...walk.edges, edge], nodes: [...walk.nodes, next] }, directed)
  })
}

/** From trust to doubt; a claim without a confidence has the empty place. */
const ladder = ['confirmed', undefined, 'probable', 'possible', 'doubtful', 'improbable']

function keepsEdge(graph: RandomGraph, asked: PathOptions, edge: RandomEdge): boolean {
  const { type, relation, kind, minConfidence, inferred, asOf, saidBy, withoutSpeaker } = asked
  const speakers = edge.speakers ?? []
  const least = ladder.indexOf(minConfidence as Confidence | undefined)
  return (
    (type === undefined ||
      [edge.source, edge.target].every((node) => type.some((name) => isA(graph, node, name)))) &&
    (relation === undefined || relation.some((name) => relationOf(name) === edge.relation)) &&
    (kind === undefined || kind.includes(edge.kind)) &&
    (minConfidence === undefined || ladder.indexOf(edge.confidence) <= least) &&
    (inferred !== false || !edge.inferred) &&
    (saidBy === undefined || speakers.some((id) => saidBy.includes(id))) &&
    (withoutSpeaker === undefined ||
      speakers.length === 0 ||
      !speakers.every((id) => withoutSpeaker.includes(id))) &&
    (asOf === undefined || mayHold(edge.when, Number(asOf)))
  )
}

const years: Record<string, readonly [number, number]> = {
  '2010': [2010, 2010],
  '2011': [2011, 2011],
  '2011?': [2011, 2011],
  '2010/2012': [2010, 2012],
  '2012/..': [2012, 9999],
  '201X': [2010, 2019],
}

function mayHold(when: string | undefined, year: number): boolean {
  const [from, to] = years[when ?? ''] ?? [0, 9999]
  return from <= year && year <= to
}

function relationOf(word: string): string {
  return word === 'led-by' ? 'leads' : word
}

function isA({ types }: RandomGraph, node: string, type: string): boolean {
  const own = types[Number(node.slice(1))]
  return own === type || (type === 'actor' && own !== 'place')
}

/** Shorter, then the less doubted, the worst hop first and of two alike the inferred one worse, then by key. */
function sortKey({ edges }: Walk): (number | string)[] {
  const doubts = edges.map(({ confidence, inferred }) => {
    return ladder.indexOf(confidence) * 2 + (inferred ? 1 : 0)
  })
  return [edges.length, ...doubts.sort((a, b) => b - a), edges.map(({ key }) => key).join(' ')]
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}
