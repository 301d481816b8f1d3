import { claimsOf } from '../graph/counts-of.ts'
import type { ClaimAttributes, GraphAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

export interface SourceCoverage {
  readonly id: string
  readonly title: string
  /** Claims that cite it. */
  readonly claims: number
  /** Those of them that cite nothing else, and fall with it. */
  readonly alone: number
  /** Its locators that claims cite. */
  readonly cited: readonly string[]
  /** How many paragraphs it has, where the curator counted them. */
  readonly paragraphs?: number
}

/** How far each source is used, and how much rests on it alone; in the order of the graph. */
export function sourceCoverage(graph: KnowledgeGraph): SourceCoverage[] {
  const { add, coverage } = coverageTally()
  for (const claim of claimsOf(graph)) add(claim)
  return coverage(graph.getAttribute('sources'))
}

/** The same, counted claim by claim. */
export function coverageTally(): {
  readonly add: (claim: ClaimAttributes) => void
  readonly coverage: (sources: GraphAttributes['sources']) => SourceCoverage[]
} {
  const uses = new Map<string, { claims: number; alone: number; places: Set<string> }>()
  const add = ({ citations }: ClaimAttributes) => {
    const cited = new Set(citations.map(({ source }) => source))
    for (const id of cited) {
      const use = uses.get(id) ?? { claims: 0, alone: 0, places: new Set() }
      uses.set(id, use)
      use.claims++
      if (cited.size === 1) use.alone++
    }
    for (const { source, at } of citations) if (at !== undefined) uses.get(source)?.places.add(at)
  }
  const coverage = (sources: GraphAttributes['sources']) =>
    Object.entries(sources).map(([id, { title, paragraphs }]) => {
      const { claims, alone, places } = uses.get(id) ?? { claims: 0, alone: 0, places: [] }
      return {
        ...{ id, title, claims, alone },
        cited: [...places].sort((a, b) => a.length - b.length || compareText(a, b)),
        ...(paragraphs !== undefined && { paragraphs }),
      }
    })
  return { add, coverage }
}
