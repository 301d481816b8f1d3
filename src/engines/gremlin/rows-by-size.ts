import type { VertexRow } from './gremlin-vertices.ts'

export const recordsOfRequest = 500

/** In characters; a server refuses requests of some megabytes. */
const mostOfRequest = 1_000_000

/** Rows in their order, so many at a time as one request may hold. */
export function bySize(rows: readonly VertexRow[]): VertexRow[][] {
  const batches: VertexRow[][] = []
  let size = Infinity
  for (const row of rows) {
    const more = row.data.length + row.words.join().length
    const isFull = batches.at(-1)?.length === recordsOfRequest
    if (isFull || size + more > mostOfRequest) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(row)
    size += more
  }
  return batches
}
