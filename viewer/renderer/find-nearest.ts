import type Sigma from 'sigma'

interface Place {
  readonly x: number
  readonly y: number
}

/** Nodes in columns; where they stand is in sigma's framed graph, which a movement of the camera leaves alone. */
interface Standing {
  readonly ids: readonly string[]
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** Radii at no zoom, in pixels. */
  readonly sizes: Float64Array
}

/** So far from its middle every node can be hit, in pixels. */
const easyToHit = 11

/** So far beyond its disc a large one can, too. */
const margin = 2

/** Makes sigma find the nearest of the nodes at a place; by itself it finds the one that it has drawn last. */
export function findNearest(sigma: Sigma, drawn: () => Iterable<string>): void {
  let nodes: Standing | null = null
  const forget = () => {
    nodes = null
  }
  sigma.on('afterProcess', forget)
  const refresh: Sigma['refresh'] = (options) => {
    forget()
    return Object.getPrototypeOf(sigma).refresh.call(sigma, options)
  }
  const getNodeAtPosition = (place: Place) => {
    nodes ??= standing(sigma, drawn())
    return nearest(sigma, nodes, place)
  }
  // Sigma asks itself by these names, and all events of nodes come from the second; but its type is private.
  Object.assign(sigma, { refresh, getNodeAtPosition })
}

function standing(sigma: Sigma, drawn: Iterable<string>): Standing {
  const ids = [...drawn]
  const known = ids.map((id) => sigma.getNodeDisplayData(id))
  // What sigma does not know stands nowhere.
  const column = (of: 'x' | 'y' | 'size') =>
    Float64Array.from(known, (data) => data?.[of] ?? Number.NaN)
  return { ids, xs: column('x'), ys: column('y'), sizes: column('size') }
}

/** Of the discs at a place the one whose middle is nearest, else of the nodes close by; of two in one place the upper one. */
function nearest(sigma: Sigma, { ids, xs, ys, sizes }: Standing, place: Place): string | null {
  const origin = sigma.framedGraphToViewport({ x: 0, y: 0 })
  const corner = sigma.framedGraphToViewport({ x: 1, y: 1 })
  const [right, down] = [corner.x - origin.x, corner.y - origin.y]
  const unit = sigma.scaleSize(1)
  let found: string | null = null
  let least = Infinity
  for (const [index, id] of ids.entries()) {
    const across = origin.x + right * (xs[index] ?? 0) - place.x
    const along = origin.y + down * (ys[index] ?? 0) - place.y
    const radius = unit * (sizes[index] ?? 0)
    const distance = Math.sqrt(across ** 2 + along ** 2)
    if (!(distance <= Math.max(radius + margin, easyToHit))) continue
    const cost = distance > radius ? distance + 1e6 : distance
    if (cost > least) continue
    found = id
    least = cost
  }
  return found
}
