import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { shapeOf } from '../../src/picture/shape-of.ts'
import { type WrappedLabel, wrapLabel } from '../../src/picture/wrap-label.ts'
import type { Shown } from '../data/shown.ts'
import type { Scene } from './scene.ts'

export interface LabelText extends WrappedLabel {
  readonly font: string
  readonly size: number
  readonly quiet: boolean
}

export interface LabelTexts {
  readonly of: (
    context: CanvasRenderingContext2D,
    scene: Pick<Scene, 'graph' | 'shown'>,
    node: string,
    strong: boolean,
  ) => LabelText
}

export const lineHeight = 1.25

/** The names as they are drawn: measured and broken once, because measuring is slow. */
export function labelTexts(family: string): LabelTexts {
  const known = new Map<string, LabelText>()
  let knownFor: Shown | undefined
  return {
    of: (context, { graph, shown }, node, strong) => {
      if (knownFor !== shown) known.clear()
      knownFor = shown
      const key = `${node} ${strong}`
      const text = known.get(key) ?? measured(context, graph, node, strong, family)
      known.set(key, text)
      return text
    },
  }
}

/** Withheld names are descriptions, and in italics. */
function measured(
  context: CanvasRenderingContext2D,
  graph: KnowledgeGraph,
  node: string,
  strong: boolean,
  family: string,
): LabelText {
  const { label, type, unnamed, count } = graph.getNodeAttributes(node)
  const quiet = !strong && shapeOf(graph.getAttribute('ontology').entities[type]) !== 'circle'
  const size = strong ? 13 : quiet ? 11 : 12
  const weight = strong ? 650 : quiet ? 400 : 500
  const font = `${unnamed ? 'italic ' : ''}${weight} ${size}px ${family}`
  context.font = font
  const text = count === undefined ? label : `${label} ×${count}`
  return { ...wrapLabel(text, (part) => context.measureText(part).width), font, size, quiet }
}
