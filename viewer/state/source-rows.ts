import type { KnowledgeGraph, SourceAttributes } from '../../src/graph/knowledge-graph.ts'
import type { SourceCoverage } from '../../src/queries/source-coverage.ts'
import { compareText } from '../../src/text/compare-text.ts'
import { foldCase } from '../../src/text/fold.ts'

export interface SourceRow extends SourceAttributes {
  readonly id: string
  /** Claims that cite it, and those of them that cite nothing else. */
  readonly claims: number
  readonly alone: number
}

export type SourceOrder = keyof typeof sourceOrders

type Compare = (a: SourceRow, b: SourceRow) => number

const byTitle: Compare = (a, b) =>
  compareText(foldCase(a.title), foldCase(b.title)) || compareText(a.id, b.id)

/** In the order in which the reader is offered them; what an order leaves open goes by the number of claims. */
export const sourceOrders = {
  claims: () => 0,
  alone: (a, b) => b.alone - a.alone,
  reliability: (a, b) => doubt(a) - doubt(b),
  published: (a, b) => compareText(b.published ?? '', a.published ?? ''),
  title: byTitle,
} satisfies Record<string, Compare>

/** The sources of a graph whose title, publisher, author or id holds a text, in an order. */
export function sourceRows(
  graph: KnowledgeGraph,
  coverage: readonly SourceCoverage[],
  order: SourceOrder,
  wanted: string,
): SourceRow[] {
  const sources = graph.getAttribute('sources')
  const text = foldCase(wanted.trim())
  const rows = coverage.flatMap(({ id, claims, alone }): SourceRow[] => {
    const source = sources[id]
    return source === undefined ? [] : [{ ...source, id, claims, alone }]
  })
  const compare: Compare = sourceOrders[order]
  return rows
    .filter(({ id, title, publisher = '', author = '' }) =>
      foldCase([title, publisher, author, id].join('\n')).includes(text),
    )
    .sort((a, b) => compare(a, b) || b.claims - a.claims || byTitle(a, b))
}

/** The Admiralty's letters from bad to good; then those of which it cannot be told. */
function doubt({ reliability }: SourceRow): number {
  const place = 'EDCBAF'.indexOf(reliability ?? ' ')
  return place < 0 ? Infinity : place
}
