import { createHash } from 'node:crypto'
import type { GraphStream, StreamedEdge } from '../graph/graph-stream.ts'
import type { NodeAttributes } from '../graph/knowledge-graph.ts'
import { searchTotals } from '../queries/search-entities.ts'
import { bestStanding, standingTally } from '../queries/standing.ts'
import { statisticsTally } from '../queries/statistics.ts'
import { type BaseFacts, layoutVersion, type RecordKind } from './engine.ts'

/** What holds for a base as a whole, counted while its records go by, in the order of the graph. */
export interface FactsTally {
  readonly addNode: (id: string, node: NodeAttributes) => void
  readonly addEdge: (edge: StreamedEdge) => void
  /** Takes the content hash of a record. */
  readonly hashed: (kind: RecordKind, hash: string) => void
  /** To be asked once, at the end. */
  readonly facts: (graph: GraphStream) => BaseFacts
}

/** So many of the best connected are named. */
const mostConnected = 1000

export function factsTally(): FactsTally {
  const version = createHash('sha256')
  const search = searchTotals()
  const standing = standingTally()
  const counts = statisticsTally()
  return {
    addNode: (id, node) => {
      search.add(id, node)
      standing.addNode(id)
      counts.addNode(node)
    },
    addEdge: ({ source, target, attributes }) => {
      standing.addEdge(source, target)
      counts.addEdge(attributes)
    },
    hashed: (kind, hash) => void version.update(`${kind} ${hash}\n`),
    facts: (graph) => {
      const attributes = graph.getAttributes()
      version.update(JSON.stringify([layoutVersion, attributes]))
      const nodeOf = (id: string) => graph.getNodeAttributes(id)
      return {
        version: version.digest('base64url').slice(0, 22),
        graph: attributes,
        statistics: counts.statistics(attributes),
        search: search.totals(),
        standing: {
          best: bestStanding(standing.sorted(), nodeOf, attributes.ontology.entities),
          connected: firstIds(standing.sorted()),
        },
      }
    },
  }
}

function firstIds(sorted: Iterable<{ readonly id: string }>): string[] {
  const ids: string[] = []
  for (const { id } of sorted) {
    if (ids.length === mostConnected) break
    ids.push(id)
  }
  return ids
}
