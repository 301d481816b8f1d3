import { formatColour, mix, parseColour } from '../../src/picture/colour.ts'
import { type EdgeBend, edgeBends } from '../../src/picture/edge-bends.ts'
import { kindsOf } from '../../src/picture/kinds-of.ts'
import { mostCurves } from '../../src/picture/line-ink.ts'
import { linePattern } from '../../src/picture/line-pattern.ts'
import { shapeOf } from '../../src/picture/shape-of.ts'
import { kindColour, typeColour } from '../marks/palette.ts'
import type { Lit } from '../state/surroundings.ts'
import { activityOf, isDrawn } from '../state/visible.ts'
import { type Activity, activity } from '../time/activity.ts'
import type { EdgeLook } from './edge-program.ts'
import type { NodeLook } from './node-program.ts'
import type { Scene } from './scene.ts'
import { colourInTime, type TimeMark, timeMarkOf } from './time-mark.ts'

/** What of the drawing changes the look of its items. */
interface Light {
  readonly scene: Scene
  readonly lit: Lit | null
  readonly marked: Lit
}

export interface Looks {
  /** Too many relations for curves, whose bends depend on each other. */
  readonly thin: boolean
  readonly node: (id: string, light: Light) => NodeLook
  readonly edge: (id: string, light: Light) => EdgeLook
  readonly bend: (edge: string) => EdgeBend
  readonly loops: readonly string[]
}

const selectedWidth = 3.2

/** What a line that falls with a source is wider than one that stays. */
const fragileWidth = 2

/** How thick a line is beside a full one. */
const shares: Readonly<Record<TimeMark, number>> = { full: 1, thin: 0.5, hollow: 1 }

const straight: EdgeBend = { kind: 'curve', curvature: 0 }

/** How nodes and edges of one graph look in one palette. */
export function looksOf(scene: Scene): Looks {
  const thin = scene.graph.size > mostCurves
  const bends = thin ? new Map<string, EdgeBend>() : edgeBends(scene.graph)
  const bend = (edge: string) => bends.get(edge) ?? straight
  const { shapeOfNode, node } = nodeLooks(scene)
  const loops = [...bends].flatMap(([edge, { kind }]) => (kind === 'loop' ? [edge] : []))
  const edge = edgeLooks(scene, bend, shapeOfNode, thin ? 'line' : 'curve')
  return { thin, bend, loops, node, edge }
}

function nodeLooks({ graph, palette }: Scene) {
  const { entities } = graph.getAttribute('ontology')
  const colours = new Map<string, string>()
  const shapeOfNode = (id: string) => {
    const type = graph.getNodeAttribute(id, 'type')
    return shapeOf(Object.hasOwn(entities, type) ? entities[type] : undefined)
  }
  /** Backdrops step back towards the canvas, as far as they can still be told from it. */
  const colourOf = (colour: string | undefined, backdrop: boolean) => {
    const key = `${colour} ${backdrop}`
    const own = parseColour(colour)
    const shade = backdrop ? mix(own, palette.canvas, 0.35) : own
    const known = colours.get(key) ?? typeColour(palette, formatColour(shade))
    colours.set(key, known)
    return known
  }
  const node = (id: string, { scene, marked }: Light): NodeLook => {
    const { label, color, size = 6, unnamed } = graph.getNodeAttributes(id)
    const shape = shapeOfNode(id)
    return {
      type: 'shape',
      label,
      color: colourOf(color, shape === 'square'),
      size: Math.max(4.5, size),
      hidden: !isDrawn(scene.visible, 'nodes', id),
      shape,
      hollow: unnamed,
      hatched: activityOf(scene.visible, 'nodes', id) === activity.possible,
      ringed: scene.selected?.id === id || scene.chosen.has(id),
      circled: scene.fragile?.nodes.has(id) === true,
      lit: marked.nodes.has(id),
      faded: isFaded(scene, 'nodes', id),
    }
  }
  return { shapeOfNode, node }
}

function edgeLooks(
  { graph, palette }: Scene,
  bend: Looks['bend'],
  shapeOfNode: (id: string) => string,
  type: EdgeLook['type'],
): Looks['edge'] {
  const kinds = kindsOf(graph)
  const colours = new Map<string, string>()
  const colourOf = (kind: string, state: Activity | null) => {
    const key = `${state} ${kind}`
    const own = () => colourInTime(palette, state, kindColour(palette, kinds, kind))
    const known = colours.get(key) ?? formatColour(own())
    colours.set(key, known)
    return known
  }
  return (id, { scene, lit, marked }) => {
    const attributes = graph.getEdgeAttributes(id)
    const toBackdrop = graph.extremities(id).some((node) => shapeOfNode(node) === 'square')
    const pattern = linePattern(attributes)
    const { selected, fragile } = scene
    const time = timeMarkOf(scene.visible, id)
    const state = activityOf(scene.visible, 'edges', id)
    const thickness = (toBackdrop ? 1 : 1.6) * (pattern === 'solid' ? 1 : 0.9) * shares[time]
    const emphasis = fragile === null && lit?.edges.has(id) ? 0.8 : 0
    const falls = fragile?.edges.has(id) === true
    const size = falls ? thickness + fragileWidth : thickness + emphasis
    return {
      type,
      color: colourOf(attributes.kind, state),
      size: selected?.id === id ? Math.max(selectedWidth, size) : size,
      hidden: !isDrawn(scene.visible, 'edges', id),
      bend: bend(id),
      pattern,
      time,
      arrow: !attributes.symmetric,
      lit: marked.edges.has(id),
      fragile: falls,
      changed: state === activity.began || state === activity.ended,
      faded: isFaded(scene, 'edges', id),
    }
  }
}

/** What is chosen can be seen at any time. */
function isFaded({ visible, selected }: Scene, kind: 'nodes' | 'edges', id: string): boolean {
  return selected?.id !== id && visible.inTime?.faded[kind].has(id) === true
}
