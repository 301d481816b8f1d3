import type { Diagram, DiagramEdge, DiagramNode } from '../diagram/diagram.ts'
import { quotedMermaid } from './escape-mermaid.ts'

/** What Mermaid draws unless it is configured to draw more, as on the sites that show Markdown. */
const mostEdges = 500
const longestText = 50_000

/** Room for the last lines, which say what is missing. */
const reserve = 400

/** A flowchart for Markdown: GitHub, GitLab and many editors draw it. What does not fit is left out, and said. */
export function* writeMermaid(diagram: Diagram): Generator<string> {
  const { nodes, edges, classes } = fitting(diagram)
  yield 'flowchart LR\n'
  for (const node of nodes) yield nodeLine(node, classes)
  for (const edge of edges) yield edgeLine(edge)
  const [entities, relations] = missing(diagram, { nodes, edges })
  if (entities + relations > 0) {
    yield `  more["… and ${entities} more entities, ${relations} more relations"]\n`
  }
  for (const [definition, name] of classes) yield `  classDef ${name} ${definition}\n`
}

/** How many entities and relations of a diagram are too much for Mermaid. */
export function leftOut(diagram: Diagram): readonly [entities: number, relations: number] {
  return missing(diagram, fitting(diagram))
}

function missing(all: Diagram, kept: Diagram): readonly [number, number] {
  return [all.nodes.length - kept.nodes.length, all.edges.length - kept.edges.length]
}

interface Fitting extends Diagram {
  /** The names of the looks that are used. */
  readonly classes: ReadonlyMap<string, string>
}

/** The entities with most relations, as many as fit, with all relations between them; in their own order. */
function fitting({ nodes, edges }: Diagram): Fitting {
  const classes = new Map<string, string>()
  for (const node of nodes) {
    const look = lookOf(node)
    if (!classes.has(look)) classes.set(look, `c${classes.size}`)
  }
  const ranks = ranksOf({ nodes, edges })
  const rankOf = ({ id }: DiagramNode) => ranks.get(id) ?? 0
  const edgeRank = ({ from, to }: DiagramEdge) => Math.max(rankOf(from), rankOf(to))
  const lengths = new Array<number>(nodes.length).fill(0)
  const counts = new Array<number>(nodes.length).fill(0)
  for (const node of nodes) lengths[rankOf(node)] = nodeLine(node, classes).length
  for (const edge of edges) {
    const rank = edgeRank(edge)
    lengths[rank] = (lengths[rank] ?? 0) + edgeLine(edge).length
    counts[rank] = (counts[rank] ?? 0) + 1
  }
  const definitions = [...classes].reduce(
    (sum, [look, name]) => sum + look.length + name.length + 13,
    0,
  )
  const count = fittingCount(lengths, counts, longestText - reserve - definitions)
  return {
    nodes: nodes.filter((node) => rankOf(node) < count),
    edges: edges.filter((edge) => edgeRank(edge) < count),
    classes,
  }
}

/** How many of the first entities fit, together with the relations among them. */
function fittingCount(lengths: readonly number[], counts: readonly number[], room: number): number {
  let [text, edges] = [0, 0]
  const over = lengths.findIndex((length, rank) => {
    text += length
    edges += counts[rank] ?? 0
    return text > room || edges > mostEdges
  })
  return over < 0 ? lengths.length : over
}

/** From 0, the place of each entity when those with most relations come first. */
function ranksOf({ nodes, edges }: Diagram): Map<string, number> {
  const degrees = new Map<string, number>()
  for (const { from, to } of edges) {
    for (const { id } of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  }
  const degree = ({ id }: DiagramNode) => degrees.get(id) ?? 0
  const order = [...nodes].sort((a, b) => degree(b) - degree(a) || a.number - b.number)
  return new Map(order.map(({ id }, rank) => [id, rank]))
}

const brackets = { circle: ['(', ')'], diamond: ['{{', '}}'], square: ['[', ']'] } as const

function nodeLine(node: DiagramNode, classes: ReadonlyMap<string, string>): string {
  const [open, close] = brackets[node.shape]
  const name = classes.get(lookOf(node))
  return `  n${node.number}${open}${quotedMermaid(node.label)}${close}:::${name}\n`
}

function lookOf({ colour, ground, unnamed }: DiagramNode): string {
  const line = unnamed ? ',stroke-dasharray:5 4' : ''
  return `fill:${ground},stroke:${colour},color:#1c2024${line}`
}

function edgeLine({ from, to, label, symmetric, pattern }: DiagramEdge): string {
  const [solid, broken] = symmetric ? ['---', '-.-'] : ['-->', '-.->']
  return `  n${from.number} ${pattern === 'solid' ? solid : broken}|${quotedMermaid(label)}| n${to.number}\n`
}
