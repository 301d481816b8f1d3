import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import type { NamedView } from '../../src/model/named-view.ts'
import { singlePage } from '../../src/site/single-page.ts'
import { siteFiles } from '../../src/site/site-files.ts'

/** The graph of a data folder, laid out. */
export async function graphOf(folder: string): Promise<KnowledgeGraph> {
  const { graph } = compile(await readSources(folder))
  layoutGraph(graph)
  return graph
}

/** The address of a page on the disk that holds a graph. */
export function pageOnDisk(graph: KnowledgeGraph, views: readonly NamedView[] = []): string {
  const read = (name: string) => readFileSync(join('dist/single', name), 'utf8')
  const page = singlePage(graph, views, { script: read('viewer.js'), style: read('viewer.css') })
  const file = join(newFolder(), 'a page #1.html')
  writeFileSync(file, [...page].join(''))
  return pathToFileURL(file).href
}

/** A folder with the site of a graph. */
export async function siteOnDisk(
  graph: KnowledgeGraph,
  views: readonly NamedView[] = [],
): Promise<string> {
  const names = readdirSync('dist/viewer').filter((name) => name !== 'index.html')
  const viewer = names.map((name) => [name, readFileSync(join('dist/viewer', name))] as const)
  const folder = newFolder()
  for (const [name, bytes] of await siteFiles(graph, views, new Map(viewer))) {
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

export interface StaticServer {
  /** Below some folders, with a slash at the end. */
  readonly url: string
  /** The paths that were asked for. */
  readonly asked: readonly string[]
}

/** A server that knows nothing: it sends the files of a folder as they are, with a type by their ending. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const below = '/some/sub/folder/'
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    asked.push(pathname)
    const name = pathname.startsWith(below) ? pathname.slice(below.length) || 'index.html' : ''
    try {
      const bytes = readFileSync(join(folder, name))
      response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'text/plain' }).end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`, asked }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const inside = join(folder, 'ümlaut & space')
  mkdirSync(inside)
  return inside
}
