import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

// This list is the map of the house. Bottom first: a folder may import from folders above it in this
// list, never from below; folders on the same line are strangers to each other.
const layers = [
  ['text', 'dates'],
  ['diagnostics'],
  ['documents'],
  ['model'],
  ['graph', 'edits', 'schema'],
  ['picture'],
  ['queries', 'exports', 'imports'],
  ['compile.ts'],
  ['engines'],
  ['dossier.ts', 'server', 'site', 'lsp', 'mcp'],
  ['cli', 'index.ts'],
]

// Packages that only one part of the code may know about. Any other package may be used everywhere.
const owners: Record<string, string[]> = {
  yaml: ['documents'],
  commander: ['cli'],
  '@modelcontextprotocol/server': ['mcp'],
  '@modelcontextprotocol/server/stdio': ['mcp'],
  minisearch: ['queries'],
  'vscode-languageserver/node': ['lsp'],
  'vscode-languageserver-textdocument': ['lsp'],
  'neo4j-driver': ['engines'],
  gremlin: ['engines'],
  'node:fs': ['documents', 'server', 'cli'],
  'node:fs/promises': ['documents', 'server', 'cli'],
  'node:http': ['server', 'engines'],
  'node:child_process': ['cli'],
}

const sources = filesIn('src')
const viewerSources = filesIn('viewer').filter((file) => file !== 'vite.config.ts')

test.each(sources)('%s imports only what its layer allows', (file) => {
  const from = partOf(file)
  for (const specifier of importsOf(join('src', file))) {
    if (!specifier.startsWith('.')) {
      const allowed = owners[specifier]
      if (allowed) expect(allowed, `${specifier} is used in ${file}`).toContain(from)
      continue
    }
    const to = partOf(relative('src', join('src', dirname(file), specifier)))
    if (to !== from) expect(levelOf(to), `${file} imports ${specifier}`).toBeLessThan(levelOf(from))
  }
})

test('only a few files look at the data folder', () => {
  const readers = sources.filter(
    (file) =>
      partOf(file) === 'documents' &&
      importsOf(join('src', file)).some((s) => s.startsWith('node:fs')),
  )
  expect(readers.sort()).toEqual([
    'documents/drawer.ts',
    'documents/leftovers.ts',
    'documents/read-sources.ts',
    'documents/reread-sources.ts',
    'documents/shelf.ts',
    'documents/stamp-folder.ts',
    'documents/unfinished-change.ts',
    'documents/write-lock.ts',
  ])
})

test('nothing about armed groups is in the code: the ontology is data', () => {
  const ontology = readFileSync('graph-data/ontology.yaml', 'utf8')
  const names = [...ontology.matchAll(/^ {2}([a-z-]+):/gm)].map(([, name]) => name ?? '')
  const telling = names.filter((name) =>
    /^(raid|jail|armed-group|drone-campaign|targeted|captured)$/.test(name),
  )
  expect(telling.length).toBeGreaterThan(3)
  for (const file of sources) {
    // Examples in messages and help are words for people; code would compare with a quoted id.
    const code = readFileSync(join('src', file), 'utf8')
    for (const name of telling) expect(code, file).not.toMatch(new RegExp(`['"\`]${name}['"\`]`))
  }
})

describe('the viewer', () => {
  // One implementation of search, paths, filters and dates serves the shell and the browser, so these may be
  // bundled; everything else of src is for the compiler and reaches the viewer over HTTP.
  const shared =
    /^src\/(text|dates|picture|queries|exports)\/|^src\/graph\/(filter|filter-graph|fit-attributes|sentence|evidence-in-words|group-members|knowledge-graph)\.ts$|^src\/model\/claim\.ts$/

  test.each(viewerSources)('%s takes only types and shared modules from src', (file) => {
    for (const path of valueImportsOf(join('viewer', file))) {
      if (path.startsWith('src/')) expect(path, `viewer/${file}`).toMatch(shared)
    }
  })

  test('what writes files is loaded when somebody asks for a file', () => {
    for (const file of viewerSources.filter((file) => !file.startsWith('take-away/'))) {
      const needed = valueImportsOf(join('viewer', file))
      expect(needed.filter((path) => /^(src\/exports|viewer\/take-away)\//.test(path))).toEqual([])
    }
  })

  test('no module that it bundles needs Node', () => {
    const seen = new Set<string>()
    const visit = (path: string) => {
      if (seen.has(path)) return
      seen.add(path)
      for (const specifier of importsOf(path)) expect(specifier, path).not.toMatch(/^node:/)
      for (const next of valueImportsOf(path)) visit(next)
    }
    for (const file of viewerSources) visit(`viewer/${file}`)
    expect([...seen].some((path) => path.startsWith('src/queries/'))).toBe(true)
  })

  test('only the renderer knows sigma', () => {
    const users = viewerSources.filter((file) =>
      importsOf(join('viewer', file)).some((specifier) =>
        /^(@sigma\/|sigma(\/|$))/.test(specifier),
      ),
    )
    expect(users.length).toBeGreaterThan(0)
    for (const file of users) expect(file).toMatch(/^renderer\//)
  })
})

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  return [
    ...text.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g),
  ].map((match) => match[1] ?? '')
}

/** Paths of the project's own modules that a file needs when it runs, not only for their types. */
function valueImportsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  return [
    ...text.matchAll(
      /^(?:import|export)\s(?!type\s)(?:[^'"]*?\sfrom\s)?['"](\.[^'"]+\.tsx?)['"]/gm,
    ),
  ].map((match) => posix.join(posix.dirname(path), match[1] ?? ''))
}

function partOf(file: string): string {
  return file.split(/[\\/]/)[0] ?? file
}

function levelOf(part: string): number {
  const level = layers.findIndex((layer) => layer.includes(part))
  if (level < 0) throw new Error(`"${part}" has no layer: add it to the list in this test.`)
  return level
}
