import type { Engine, StoredEdge } from '../engines/engine.ts'
import { inBatches } from '../engines/in-batches.ts'

/** How many ids a server is asked about, and how many edges it gives, at once. */
const batch = 1000
const page = 10_000

export interface EdgesAt {
  readonly edges: readonly StoredEdge[]
  /** There are no others. */
  readonly isWhole: boolean
}

/** The edges of some nodes of a base on a server, at most about so many. */
export async function edgesAt(
  engine: Engine,
  ids: readonly string[],
  most: number,
): Promise<EdgesAt> {
  const found = new Map<string, StoredEdge>()
  for (const some of inBatches(ids, batch)) {
    let cursor: string | undefined
    do {
      if (found.size >= most) return { edges: [...found.values()], isWhole: false }
      const limit = Math.min(page, most - found.size)
      const reach = { direction: 'either', limit, ...(cursor !== undefined && { cursor }) } as const
      const { edges, next } = await engine.expand(some, reach)
      for (const edge of edges) found.set(edge.key, edge)
      cursor = next
    } while (cursor !== undefined)
  }
  return { edges: [...found.values()], isWhole: true }
}
