import type { Diagram, DiagramEdge, DiagramNode } from '../diagram/diagram.ts'
import { quotedDot } from './escape-dot.ts'

/** A graph for Graphviz: `dot` lays it out anew, `neato -n2` keeps the places of the viewer. */
export function* writeDot({ nodes, edges }: Diagram, name?: string): Generator<string> {
  yield `digraph dossier {
  graph [rankdir=LR, fontname="Helvetica", fontsize=18, labelloc=t${name === undefined ? '' : `, label=${quotedDot(name)}`}]
  node [fontname="Helvetica", fontsize=12, style=filled, fontcolor="#1c2024", margin="0.14,0.07"]
  edge [fontname="Helvetica", fontsize=10, color="#5a6068", fontcolor="#5a6068"]
`
  for (const node of nodes) yield nodeLine(node)
  for (const edge of edges) yield edgeLine(edge)
  yield '}\n'
}

const shapes = { circle: 'box', diamond: 'hexagon', square: 'box' } as const

function nodeLine({ id, label, shape, colour, ground, unnamed, place }: DiagramNode): string {
  const style = [
    'filled',
    ...(shape === 'circle' ? ['rounded'] : []),
    ...(unnamed ? ['dashed'] : []),
  ]
  const attributes = [
    `label=${wrapped(label)}`,
    `shape=${shapes[shape]}`,
    `style="${style.join(',')}"`,
    `color="${colour}"`,
    `fillcolor="${ground}"`,
    ...(place === undefined
      ? []
      : [`pos="${Math.round(place.x * spread)},${Math.round(place.y * spread)}"`]),
  ]
  return `  ${quotedDot(id)} [${attributes.join(', ')}]\n`
}

/** Boxes with names in them need more room than the circles of the viewer. */
const spread = 1.5

const styles = {
  solid: undefined,
  dashed: 'dashed',
  dotted: 'dotted',
  'dash-dot': 'dashed',
} as const

function edgeLine({ key, from, to, label, symmetric, pattern }: DiagramEdge): string {
  const style = styles[pattern]
  const attributes = [
    `id=${quotedDot(key)}`,
    `label=${quotedDot(label)}`,
    ...(style === undefined ? [] : [`style=${style}`]),
    ...(symmetric ? ['dir=none'] : []),
  ]
  return `  ${quotedDot(from.id)} -> ${quotedDot(to.id)} [${attributes.join(', ')}]\n`
}

const widest = 24

/** Graphviz breaks no lines by itself. */
function wrapped(label: string): string {
  const lines: string[] = []
  for (const word of label.split(/[\s\p{Cc}]+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < widest)
      lines[lines.length - 1] += ` ${word}`
    else lines.push(word)
  }
  return `"${lines.map((line) => quotedDot(line).slice(1, -1)).join('\\n')}"`
}
