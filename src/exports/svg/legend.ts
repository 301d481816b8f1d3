import type { KnowledgeGraph, OntologyAttributes } from '../../graph/knowledge-graph.ts'
import { kindsOf } from '../../picture/kinds-of.ts'
import { mostCurves } from '../../picture/line-ink.ts'
import {
  type LinePattern,
  linePattern,
  linePatterns,
  patternMeanings,
} from '../../picture/line-pattern.ts'
import type { Shape } from '../../picture/shape-of.ts'
import { textWidth } from '../../picture/text-width.ts'
import { fewOf } from '../../text/few-of.ts'
import { kindColour, lightPalette } from './light-palette.ts'
import type { PicturePlan } from './plan-picture.ts'

/** A sign and what it means; it stands at a place below the picture. */
export type LegendItem = LegendSign & {
  readonly text: string
  readonly x: number
  readonly y: number
}

type LegendSign =
  | {
      readonly kind: 'node'
      readonly shape: Shape
      readonly colour: string
      readonly hollow: boolean
    }
  | {
      readonly kind: 'edge'
      readonly colour: string
      readonly pattern: LinePattern
      readonly opacity: number
    }

export const legendSize = 11.5
const rowHeight = 20
const signWidth = 26
const between = 20

export interface Legend {
  readonly items: readonly LegendItem[]
  readonly height: number
}

/** Every colour, shape and pattern of the picture, in rows of at most this width: types, kinds, then doubts. */
export function legendOf(graph: KnowledgeGraph, plan: PicturePlan, width: number): Legend {
  const items: LegendItem[] = []
  let [x, y] = [0, 0]
  for (const group of [typeSigns(graph, plan), kindSigns(graph), patternSigns(graph)]) {
    if (group.length === 0) continue
    if (items.length > 0) [x, y] = [0, y + rowHeight + 4]
    for (const sign of group) {
      const wide = signWidth + textWidth(sign.text, legendSize)
      if (x > 0 && x + wide > width) [x, y] = [0, y + rowHeight]
      items.push({ ...sign, x, y })
      x += wide + between
    }
  }
  return { items, height: items.length === 0 ? 0 : y + rowHeight }
}

type Sign = LegendSign & { readonly text: string }

/** Types that look alike share a sign, under the type that they have in common. */
function typeSigns(graph: KnowledgeGraph, { nodes }: PicturePlan): Sign[] {
  const looks = new Map<string, { sign: LegendSign; types: Set<string> }>()
  let anyHollow = false
  for (const { id, shape, colour, hollow } of nodes.values()) {
    const key = `${shape} ${colour}`
    const look = looks.get(key) ?? {
      sign: { kind: 'node', shape, colour, hollow: false },
      types: new Set(),
    }
    look.types.add(graph.getNodeAttribute(id, 'type'))
    looks.set(key, look)
    anyHollow ||= hollow
  }
  const signs = [...looks.values()]
    .map(({ sign, types }, _, all): Sign => {
      const others = all.flatMap((look) => (look.types === types ? [] : [...look.types]))
      return { ...sign, text: commonName(graph.getAttribute('ontology'), [...types], others) }
    })
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  const hollow = {
    kind: 'node',
    shape: 'circle',
    colour: lightPalette.quietText,
    hollow: true,
  } as const
  return anyHollow ? [...signs, { ...hollow, text: 'Name withheld by the sources' }] : signs
}

/** The type that they have in common and no other drawn type has, or else the uppermost of them. */
function commonName(
  { entities }: OntologyAttributes,
  types: readonly string[],
  others: readonly string[],
): string {
  const lineOf = (type: string) => entities[type]?.types ?? [type]
  const [first = []] = types.map(lineOf)
  const common = first.find(
    (ancestor) =>
      types.every((type) => lineOf(type).includes(ancestor)) &&
      !others.some((type) => lineOf(type).includes(ancestor)),
  )
  const upper = types.filter(
    (type) =>
      !lineOf(type)
        .slice(1)
        .some((up) => types.includes(up)),
  )
  const named = (common === undefined ? upper : [common])
    .map((type) => capital(entities[type]?.label ?? type))
    .sort()
  return fewOf(named, mostTypes)
}

const mostTypes = 4

function kindSigns(graph: KnowledgeGraph): Sign[] {
  const all = kindsOf(graph)
  const used = new Set(graph.mapEdges((_, { kind }) => kind))
  return all
    .filter((kind) => used.has(kind))
    .map((kind) => ({
      kind: 'edge',
      colour: kindColour(all, kind),
      pattern: 'solid',
      opacity: 1,
      text: capital(kind),
    }))
}

function patternSigns(graph: KnowledgeGraph): Sign[] {
  const used = new Set(graph.mapEdges((_, claim) => linePattern(claim)))
  const sign = { kind: 'edge', colour: lightPalette.quietText } as const
  const faint = { ...sign, pattern: 'solid', opacity: 0.35, text: longLine } as const
  const crowd = graph.size > mostCurves ? [faint] : []
  if (used.size === (used.has('solid') ? 1 : 0)) return crowd
  const patterns = linePatterns
    .filter((pattern) => used.has(pattern))
    .map((pattern) => ({ ...sign, pattern, opacity: 1, text: patternMeanings[pattern] }))
  return [...patterns, ...crowd]
}

const longLine = 'Long line where lines crowd'

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
