import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Asset, compressAsset, plainAsset } from './asset.ts'
import { CannotStart } from './cannot-start.ts'

export type ViewerAssets = ReadonlyMap<string, Asset>

const viewerFiles = [
  { path: '/', file: 'index.html', mediaType: 'text/html; charset=utf-8' },
  { path: '/viewer.js', file: 'viewer.js', mediaType: 'text/javascript; charset=utf-8' },
  { path: '/take-away.js', file: 'take-away.js', mediaType: 'text/javascript; charset=utf-8' },
  { path: '/viewer.css', file: 'viewer.css', mediaType: 'text/css; charset=utf-8' },
] as const

/** The built viewer, whole in memory under the paths that serve it. */
export async function readViewer(folder: string): Promise<ViewerAssets> {
  const entries = viewerFiles.map(async ({ path, file, mediaType }) => {
    const bytes = await readFile(join(folder, file)).catch(() => {
      throw new CannotStart({ kind: 'viewer-missing', file: join(folder, file) })
    })
    return [path, await compressAsset(plainAsset(mediaType, bytes))] as const
  })
  return new Map(await Promise.all(entries))
}
