import type Sigma from 'sigma'

export interface NodePlaces {
  /** Those of these nodes that can be seen, or whose names could. */
  readonly onScreen: (ids: Iterable<string>) => OnScreen[]
  /** Of the discs at a place the one whose middle is nearest, else of the nodes close by; of two in one place the upper one. */
  readonly nearest: (place: Place) => string | null
}

export interface OnScreen {
  readonly id: string
  readonly x: number
  readonly y: number
  /** In pixels, at the present zoom. */
  readonly radius: number
}

interface Place {
  readonly x: number
  readonly y: number
}

/** All nodes in columns, where sigma's framed graph has them: a movement of the camera changes none. */
interface Columns {
  readonly rows: ReadonlyMap<string, number>
  /** No number where a node is hidden. */
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** Radii at no zoom, in pixels. */
  readonly sizes: Float64Array
}

/** Names reach out of their nodes, so nodes a little outside count too. */
const margin = { x: 90, y: 40 }

/** So far from its middle every node can be hit, in pixels. */
const easyToHit = 11

/** So far beyond its disc a large one can, too. */
const reach = 2

/**
 * Where the nodes of a picture are. Sigma copies all that it knows of a node for whoever asks, too much for each frame
 * and each movement of the pointer; so it is asked again only for those that it was told to refresh.
 */
export function nodePlaces(sigma: Sigma): NodePlaces {
  let known: Columns | null = null
  const forget = () => {
    known = null
  }
  sigma.on('afterProcess', forget)
  const refresh: Sigma['refresh'] = (options) => {
    Object.getPrototypeOf(sigma).refresh.call(sigma, options)
    if (options?.partialGraph === undefined) forget()
    else if (known) for (const id of options.partialGraph.nodes ?? []) read(sigma, known, id)
    return sigma
  }
  // Sigma itself calls it by this name too.
  Object.assign(sigma, { refresh })
  const columns = () => {
    known ??= readAll(sigma)
    return known
  }
  return {
    onScreen: (ids) => onScreen(sigma, columns(), ids),
    nearest: (place) => nearest(sigma, columns(), place),
  }
}

function readAll(sigma: Sigma): Columns {
  const ids = sigma.getGraph().nodes()
  const column = () => new Float64Array(ids.length)
  const rows = new Map(ids.map((id, row) => [id, row]))
  const columns = { rows, xs: column(), ys: column(), sizes: column() }
  for (const id of ids) read(sigma, columns, id)
  return columns
}

function read(sigma: Sigma, { rows, xs, ys, sizes }: Columns, id: string): void {
  const row = rows.get(id)
  if (row === undefined) return
  const data = sigma.getNodeDisplayData(id)
  const isDrawn = data !== undefined && !data.hidden
  xs[row] = isDrawn ? data.x : Number.NaN
  ys[row] = isDrawn ? data.y : Number.NaN
  sizes[row] = isDrawn ? data.size : Number.NaN
}

function onScreen(sigma: Sigma, { rows, xs, ys, sizes }: Columns, ids: Iterable<string>) {
  const { width, height } = sigma.getDimensions()
  const { across, down, unit } = scaleOf(sigma)
  const found: OnScreen[] = []
  for (const id of ids) {
    const row = rows.get(id) ?? -1
    const x = across(xs[row] ?? Number.NaN)
    const y = down(ys[row] ?? Number.NaN)
    if (x >= -margin.x && x <= width + margin.x && y >= -margin.y && y <= height + margin.y) {
      found.push({ id, x, y, radius: unit * (sizes[row] ?? 0) })
    }
  }
  return found
}

function nearest(sigma: Sigma, { rows, xs, ys, sizes }: Columns, place: Place): string | null {
  const { across, down, unit } = scaleOf(sigma)
  let found: string | null = null
  let least = Infinity
  for (const [id, row] of rows) {
    const [x, y] = [across(xs[row] ?? 0) - place.x, down(ys[row] ?? 0) - place.y]
    const radius = unit * (sizes[row] ?? 0)
    const distance = Math.sqrt(x * x + y * y)
    if (!(distance <= Math.max(radius + reach, easyToHit))) continue
    const cost = distance > radius ? distance + 1e6 : distance
    if (cost > least) continue
    found = id
    least = cost
  }
  return found
}

/** How the camera brings the framed graph to the screen; it is never turned. */
function scaleOf(sigma: Sigma) {
  const origin = sigma.framedGraphToViewport({ x: 0, y: 0 })
  const corner = sigma.framedGraphToViewport({ x: 1, y: 1 })
  return {
    across: (x: number) => origin.x + (corner.x - origin.x) * x,
    down: (y: number) => origin.y + (corner.y - origin.y) * y,
    unit: sigma.scaleSize(1),
  }
}
