import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Asset, compressAsset, plainAsset } from './asset.ts'
import { CannotStart } from './cannot-start.ts'

export type ViewerAssets = ReadonlyMap<string, Asset>

/** Without them there is no page; scripts that it fetches later lie beside them. */
const needed = ['index.html', 'viewer.js', 'viewer.css']

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** The built viewer, whole in memory under the paths that serve it. */
export async function readViewer(folder: string): Promise<ViewerAssets> {
  const names: string[] = await readdir(folder).catch(() => [])
  const missing = needed.find((name) => !names.includes(name))
  if (missing !== undefined) {
    throw new CannotStart({ kind: 'viewer-missing', file: join(folder, missing) })
  }
  const entries = names.map(async (name) => {
    const mediaType = mediaTypes[extname(name)]
    if (mediaType === undefined) return []
    const asset = await compressAsset(plainAsset(mediaType, await readFile(join(folder, name))))
    return [[name === 'index.html' ? '/' : `/${name}`, asset] as const]
  })
  return new Map((await Promise.all(entries)).flat())
}
