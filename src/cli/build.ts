import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layoutGraph } from '../graph/layout-graph.ts'
import type { NamedView } from '../model/named-view.ts'
import { type PartOptions, readPart } from '../queries/read-filter.ts'
import { publishedPart } from '../site/published-part.ts'
import { publishedViews } from '../site/published-views.ts'
import { singlePage } from '../site/single-page.ts'
import { siteFiles } from '../site/site-files.ts'
import { openSoundBase } from './open-folder.ts'
import { counted, say, stream } from './output.ts'
import { readBuiltViewer } from './read-built-viewer.ts'
import { refuseLinks } from './refuse-links.ts'
import { writeFile } from './write-file.ts'
import { openSiteFolder, writeSite } from './write-site.ts'
import { WrongUse } from './wrong-use.ts'

interface Options extends PartOptions {
  readonly data?: string
  readonly output?: string
  readonly singleFile?: boolean
  readonly force?: boolean
}

export async function build(_words: readonly string[], options: Options): Promise<void> {
  if (options.singleFile) await buildPage(options)
  else await buildSite(options)
}

async function buildSite({
  output = ownPlace('site'),
  force = false,
  ...options
}: Options): Promise<void> {
  if (output === '-' || /\.html?$/i.test(output)) {
    throw new WrongUse(`A site is a folder, and "${output}" is none. Did you mean "--single-file"?`)
  }
  const folder = openSiteFolder(output, force)
  const part = await openPart(options)
  if (part === undefined) return
  const { graph, views } = part
  const viewer = readBuiltViewer('viewer')
  viewer.delete('index.html')
  await writeSite(folder, await siteFiles(graph, views, viewer))
  sayWritten(graph, output)
}

async function buildPage({ output = ownPlace('site.html'), ...options }: Options): Promise<void> {
  if (options.force) {
    throw new WrongUse('"--force" is about folders: a file is replaced without it.')
  }
  const part = await openPart(options)
  if (part === undefined) return
  const { graph, views } = part
  const viewer = readBuiltViewer('single')
  const page = singlePage(graph, views, {
    script: String(viewer.get('viewer.js')),
    style: String(viewer.get('viewer.css')),
  })
  if (output === '-') return stream(page)
  await writeFile(output, page)
  sayWritten(graph, output)
}

/** Where nobody has named a place. A link there can have come along with a repository, and leads to a file of somebody's. */
function ownPlace(path: string): string {
  refuseLinks([path])
  return path
}

interface Published {
  readonly graph: KnowledgeGraph
  readonly views: readonly NamedView[]
}

/** What is to be published; nothing where the data has errors. */
async function openPart({ data, ...options }: Options): Promise<Published | undefined> {
  const whole = await openSoundBase(data)
  if (whole === undefined) return undefined
  const { graph, views } = whole
  const part = readPart(graph, options)
  // The whole graph is laid out before a part is taken, so that entities stay where people know them.
  layoutGraph(graph)
  const published = publishedPart(graph, part)
  return { graph: published, views: publishedViews(published, views, published !== graph) }
}

/** Above it "dossier serve" sends parts; a published page has no server to ask. */
const mostInPage = 20_000

function sayWritten(graph: KnowledgeGraph, path: string): void {
  const nodes = counted(graph.order, 'entity', 'entities')
  if (graph.order > mostInPage) {
    say(
      `${nodes} are many for a page that holds all of them: it takes long to open. "dossier serve" shows such a base part by part; filters such as "--around ID --hops 2" publish a part.`,
    )
  }
  say(`Wrote ${nodes} and ${counted(graph.size, 'relation')} to ${path}.`)
}
