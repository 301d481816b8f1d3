/** The steps of node `n` stand in the other columns from `starts[n]` up to `starts[n + 1]`. */
export interface Rows {
  readonly starts: Int32Array
  readonly edges: Int32Array
  readonly ends: Int32Array
  /** How far the edge of each step is to be doubted. */
  readonly doubts: Uint8Array
}

/** Which way a step goes over an edge: from its source to its target, the other way, or both. */
export type Direction = 'out' | 'in' | 'either'

/** In what order the steps of a node stand: of edge, or the least doubted first and then of edge. */
export type RowOrder = 'edge' | 'doubt'

interface Columns {
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly doubt: Uint8Array
}

/** The steps of so many nodes. An edge that ends where it begins is no step. */
export function rowsOf(
  nodes: number,
  { sources, targets, doubt }: Columns,
  direction: Direction,
  order: RowOrder,
): Rows {
  const starts = new Int32Array(nodes + 1)
  if (direction !== 'in') count(sources, targets, starts)
  if (direction !== 'out') count(targets, sources, starts)
  addUp(starts)
  const size = starts[nodes] as number
  const rows = {
    starts,
    edges: new Int32Array(size),
    ends: new Int32Array(size),
    doubts: new Uint8Array(size),
  }
  const free = starts.slice()
  const sequence = order === 'doubt' ? byDoubt(doubt) : undefined
  for (let at = 0; at < sources.length; at++) {
    const edge = sequence === undefined ? at : (sequence[at] as number)
    const [from, to, doubted] = [
      sources[edge] as number,
      targets[edge] as number,
      doubt[edge] as number,
    ]
    if (from === to) continue
    if (direction !== 'in') put(rows, free, edge, from, to, doubted)
    if (direction !== 'out') put(rows, free, edge, to, from, doubted)
  }
  return rows
}

function put(
  { edges, ends, doubts }: Rows,
  free: Int32Array,
  edge: number,
  from: number,
  to: number,
  doubt: number,
): void {
  const at = free[from] as number
  edges[at] = edge
  ends[at] = to
  doubts[at] = doubt
  free[from] = at + 1
}

/** How many steps each node has, noted one place further on. */
function count(from: Int32Array, to: Int32Array, starts: Int32Array): void {
  for (let edge = 0; edge < from.length; edge++) {
    const node = from[edge] as number
    if (node !== to[edge]) starts[node + 1] = (starts[node + 1] as number) + 1
  }
}

function addUp(counts: Int32Array): void {
  for (let at = 1; at < counts.length; at++) {
    counts[at] = (counts[at] as number) + (counts[at - 1] as number)
  }
}

/** The numbers of all edges, the least doubted first. */
function byDoubt(doubt: Uint8Array): Int32Array {
  const starts = new Int32Array(256)
  for (const level of doubt) starts[level + 1] = (starts[level + 1] as number) + 1
  addUp(starts)
  const sequence = new Int32Array(doubt.length)
  for (let edge = 0; edge < doubt.length; edge++) {
    const level = doubt[edge] as number
    sequence[starts[level] as number] = edge
    starts[level] = (starts[level] as number) + 1
  }
  return sequence
}
