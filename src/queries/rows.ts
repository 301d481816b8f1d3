/** The steps of node `n` stand in the other columns from `starts[n]` up to `starts[n + 1]`. */
export interface Rows {
  readonly starts: Int32Array
  readonly edges: Int32Array
  readonly ends: Int32Array
  /** How far the edge of each step is to be doubted. */
  readonly doubts: Uint8Array
}

/** Which way a step goes over an edge: from its source to its target, the other way, or both. */
export const directions = ['out', 'in', 'either'] as const
export type Direction = (typeof directions)[number]

/** In what order the steps of a node stand: of edge, or the least doubted first and then of edge. */
export type RowOrder = 'edge' | 'doubt'

interface Columns {
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly doubt: Uint8Array
}

/** The steps of so many nodes. An edge that ends where it begins is one step of its node. */
export function rowsOf(
  nodes: number,
  columns: Columns,
  direction: Direction,
  order: RowOrder,
): Rows {
  const starts = startsOf(nodes, columns, direction)
  const size = starts[nodes] as number
  const edges = new Int32Array(size)
  const ends = new Int32Array(size)
  const doubts = new Uint8Array(size)
  const free = starts.slice()
  const put = (edge: number, from: number, to: number) => {
    const at = free[from] as number
    edges[at] = edge
    ends[at] = to
    doubts[at] = columns.doubt[edge] as number
    free[from] = at + 1
  }
  const { sources, targets, doubt } = columns
  const sequence = order === 'doubt' ? byDoubt(doubt) : undefined
  for (let at = 0; at < sources.length; at++) {
    const edge = sequence === undefined ? at : (sequence[at] as number)
    const source = sources[edge] as number
    const target = targets[edge] as number
    if (direction !== 'in') put(edge, source, target)
    if (leadsBack(direction, source, target)) put(edge, target, source)
  }
  return { starts, edges, ends, doubts }
}

function leadsBack(direction: Direction, source: number, target: number): boolean {
  return direction === 'in' || (direction === 'either' && source !== target)
}

function startsOf(
  nodes: number,
  { sources, targets }: Columns,
  direction: Direction,
): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(nodes + 1)
  const count = (node: number) => {
    starts[node + 1] = (starts[node + 1] as number) + 1
  }
  for (let edge = 0; edge < sources.length; edge++) {
    const source = sources[edge] as number
    const target = targets[edge] as number
    if (direction !== 'in') count(source)
    if (leadsBack(direction, source, target)) count(target)
  }
  addUp(starts)
  return starts
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
