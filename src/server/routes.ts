import { type Asset, compressAsset, plainAsset } from './asset.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ViewerAssets } from './read-viewer.ts'
import type { Snapshot } from './snapshot.ts'

type Route = Asset | 'events'

/** All that can be asked for: a fixed map from name to bytes, so no name reaches the disk. */
export interface Routes {
  readonly find: (path: string) => Route | undefined
  readonly publish: (snapshot: Snapshot) => void
}

export function openRoutes(viewer: ViewerAssets, first: Snapshot): Routes {
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
  }
  const publish = ({ graph, status }: Snapshot) => {
    replace('/graph.json', graph)
    replace('/status.json', plainAsset('application/json', Buffer.from(JSON.stringify(status))))
    compression.run()
  }

  publish(first)
  return {
    find: (path) => (path === '/events' ? 'events' : assets.get(path)),
    publish,
  }
}
