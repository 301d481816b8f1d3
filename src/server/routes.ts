import { type Asset, compressAsset, plainAsset } from './asset.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ViewerAssets } from './read-viewer.ts'
import type { ServedGraph } from './served-graph.ts'
import type { Status } from './status.ts'

type Route = Asset | 'events'

/** All that can be asked for: a fixed map from name to bytes, so no name reaches the disk. */
export interface Routes {
  readonly find: (path: string) => Route | undefined
  readonly publish: (status: Status) => void
}

const graphPath = '/graph.json'

export function openRoutes(
  viewer: ViewerAssets,
  graph: Pick<ServedGraph, 'whole' | 'since'> | undefined,
  first: Status,
): Routes {
  const assets = new Map<string, Asset>(viewer)
  const uncompressed = new Map<string, Asset>()

  /** Afterwards, so that no page waits for it: until then the plain bytes are served. */
  const compression = oneAtATime(async () => {
    for (const [path, asset] of [...uncompressed]) {
      uncompressed.delete(path)
      const compressed = await compressAsset(asset)
      if (assets.get(path) === asset) assets.set(path, compressed)
    }
  })
  const replace = (path: string, asset: Asset) => {
    if (assets.get(path)?.hash === asset.hash) return
    assets.set(path, asset)
    uncompressed.set(path, asset)
    compression.run()
  }
  /** The whole graph is large, and most pages ask for what has changed: it is made for the one that wants it. */
  const wholeGraph = () => {
    if (graph !== undefined) replace(graphPath, graph.whole())
    return assets.get(graphPath)
  }
  const publish = (status: Status) => {
    if (assets.get(graphPath)?.hash !== status.graph) assets.delete(graphPath)
    const text = JSON.stringify(status)
    assets.set('/status.json', plainAsset('application/json', Buffer.from(text)))
  }

  publish(first)
  return {
    find: (path) => {
      if (path === '/events') return 'events'
      if (path === graphPath) return wholeGraph()
      const version = /^\/changes\/([0-9a-f]{16})\.json$/.exec(path)?.[1]
      if (version !== undefined) return graph?.since(version) ?? wholeGraph()
      return assets.get(path)
    },
    publish,
  }
}
