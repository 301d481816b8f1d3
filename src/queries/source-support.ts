import { restsOn } from '../graph/filter.ts'
import type {
  AttributeClaimAttributes,
  Evidence,
  KnowledgeGraph,
} from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'

/** A claim and the entity that it is about first: a relation by its key, or a value of an attribute by its name. */
export type CitingClaim =
  | { readonly entity: string; readonly edge: string }
  | { readonly entity: string; readonly name: string; readonly claim: AttributeClaimAttributes }

/** What a graph owes to one source. Claims are in order of entity, attributes before relations. */
export interface SourceSupport {
  /** They cite nothing else, and fall with the source. */
  readonly alone: readonly CitingClaim[]
  /** They cite something else too, and stay. */
  readonly shared: readonly CitingClaim[]
  /** Entities of which nothing would be said any more, by an attribute or by a relation at either end. */
  readonly untold: ReadonlySet<string>
}

/** What rests on a source, and what of that would fall with it. */
export function sourceSupport(graph: KnowledgeGraph, source: string): SourceSupport {
  const itself = new Set([source])
  const alone: CitingClaim[] = []
  const shared: CitingClaim[] = []
  const untold = new Set<string>()
  const told = new Set<string>()
  const take = (claim: Evidence, ends: readonly string[], citing: CitingClaim) => {
    const falls = restsOn(claim, itself)
    for (const end of ends) (falls ? untold : told).add(end)
    if (falls) alone.push(citing)
    else if (claim.citations.some((citation) => citation.source === source)) shared.push(citing)
  }
  graph.forEachNode((entity, { attributes }) => {
    for (const [name, claims] of Object.entries(attributes)) {
      for (const claim of claims) take(claim, [entity], { entity, name, claim })
    }
  })
  graph.forEachEdge((edge, relation, entity, other) => {
    take(relation, [entity, other], { entity, edge })
  })
  for (const entity of told) untold.delete(entity)
  return { alone: alone.sort(inOrder), shared: shared.sort(inOrder), untold }
}

/** Attributes stay in the order in which their entity has them. */
function inOrder(a: CitingClaim, b: CitingClaim): number {
  return compareText(a.entity, b.entity) || compareText(edgeOf(a), edgeOf(b))
}

function edgeOf(citing: CitingClaim): string {
  return 'edge' in citing ? citing.edge : ''
}
