import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface TinyBase {
  readonly dataFolder: string
  readonly viewerFolder: string
  /** Writes a file of the data. */
  readonly write: (path: string, text: string) => Promise<void>
  /** Writes all of its files as they were at first. */
  readonly fill: () => Promise<void>
  readonly remove: () => Promise<void>
}

export const tinyFiles = {
  'ontology.yaml': `name: Test
entities:
  person: {}
relations:
  knows: { symmetric: true, from: person, to: person, kind: affiliation }
`,
  'sources/report.yaml': 'title: Report\nparagraphs: 3\n',
  'people/ada.yaml': `type: person
name: Ada
relations:
  - knows: alan
    cite: report#p1
`,
  'people/alan.yaml': `type: person
name: Alan
relations:
  - knows: ada
    cite: report#p2
`,
} as const

export const viewerFiles = {
  'index.html': '<!doctype html><title>Dossier</title><script src="viewer.js"></script>\n',
  'viewer.js': `export const text = ${JSON.stringify('viewer '.repeat(200))}\n`,
  'take-away.js': 'export {}\n',
  'viewer.css': 'body { margin: 0 }\n',
} as const

/** A base of two people who know each other, and a viewer of three small files. */
export async function tinyBase(): Promise<TinyBase> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-'))
  const dataFolder = join(folder, 'graph-data')
  const viewerFolder = join(folder, 'viewer')
  const write = (path: string, text: string) => writeInto(dataFolder, path, text)
  const fill = async () => {
    for (const [path, text] of Object.entries(tinyFiles)) await write(path, text)
  }
  for (const [path, text] of Object.entries(viewerFiles)) await writeInto(viewerFolder, path, text)
  await fill()
  return {
    dataFolder,
    viewerFolder,
    write,
    fill,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function writeInto(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
