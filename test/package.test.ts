import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPackage, manifest, typeCheck } from './install-package.ts'
import { startEditor } from './lsp/editor.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
const installed = join(folder, 'node_modules/dossier')

beforeAll(() => void installPackage(folder))

afterAll(() => rmSync(folder, { recursive: true }))

test('the command works in an empty folder, its viewer included', () => {
  mkdirSync(join(folder, 'graph-data'))
  writeFileSync(join(folder, 'graph-data/ontology.yaml'), 'name: New\nentities: { person: {} }\n')
  writeFileSync(join(folder, 'graph-data/ada.yaml'), 'type: person\nname: Ada\n')
  const main = join(installed, manifest.bin.dossier)
  execFileSync(main, ['init', 'started'], { cwd: folder, stdio: 'pipe' })
  execFileSync(main, ['check', '--strict'], { cwd: join(folder, 'started'), stdio: 'pipe' })
  const told = execFileSync(main, ['check'], { cwd: folder, encoding: 'utf8' })
  expect(told).toBe('graph-data: 1 entity, 0 relations, 0 sources in 2 files: no problems.\n')
  for (const file of ['index.html', 'viewer.js', 'take-away.js', 'viewer.css']) {
    expect(readFileSync(join(installed, 'dist/viewer', file)).length).toBeGreaterThan(100)
  }
  for (const words of [['build'], ['build', '--single-file']]) {
    execFileSync(main, words, { cwd: folder, stdio: 'pipe' })
  }
  for (const page of ['site/index.html', 'site.html']) {
    expect(readFileSync(join(folder, page), 'utf8')).toContain('<title>New</title>')
  }
})

test('it serves an assistant without the packages that this takes: they are built in, with their licences', () => {
  mkdirSync(join(folder, 'graph-data'), { recursive: true })
  writeFileSync(join(folder, 'graph-data/ontology.yaml'), 'name: New\nentities: { person: {} }\n')
  const main = join(installed, manifest.bin.dossier)
  const params = {
    ...{ protocolVersion: '2025-06-18', capabilities: {} },
    clientInfo: { name: 'test', version: '1' },
  }
  const input = `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params })}\n`
  const serving = spawnSync(main, ['mcp'], { cwd: folder, encoding: 'utf8', input })
  expect([serving.stderr, serving.status]).toEqual(['', 0])
  const names = readdirSync('dist/bin').filter((name) => name.startsWith('mcp-protocol-'))
  expect(names.length).toBe(1)
  const protocol = readFileSync(join('dist/bin', names[0] ?? ''), 'utf8')
  const words = (text: string) => text.split(/\s+/).join(' ').trim()
  for (const name of ['@modelcontextprotocol/core', '@modelcontextprotocol/server', 'zod']) {
    const licence = readFileSync(`node_modules/${name}/LICENSE`, 'utf8')
    expect(protocol).toContain(`/*!\n${name} `)
    expect(words(protocol)).toContain(words(licence))
  }
  expect(gzipSync(protocol).length).toBeLessThan(160_000)
  // No other command waits for it.
  for (const file of readdirSync('dist/bin').filter((name) => !name.startsWith('mcp-'))) {
    const text = readFileSync(join('dist/bin', file), 'utf8')
    expect(text, file).not.toMatch(/^import .*mcp-protocol-/m)
  }
})

test('an editor is served without any package beside it', async () => {
  const editor = await startEditor(folder, { program: join(installed, manifest.bin.dossier) })
  editor.open('eve.yaml', 'type: ghost\n')
  await editor.until(() => editor.problems('eve.yaml').length > 0, 'a problem')
  expect(await editor.shutDown()).toBe(0)
})

test.each([
  ['bolt', 'neo4j-driver@6'],
  ['gremlin', 'gremlin@3.8'],
])('who asks a %s server needs a driver, and the message says how to get it', (scheme, driver) => {
  const main = join(installed, manifest.bin.dossier)
  const address = `${scheme}://127.0.0.1:1`
  const pushing = spawnSync(main, ['push', address], { cwd: folder, encoding: 'utf8' })
  expect(pushing.stderr).toContain(`Install it beside Dossier: npm install ${driver}\n`)
  expect(pushing.status).toBe(2)
})

test('what a page fetches for its first picture stays within a hundred kilobytes, and all scripts within 175', () => {
  const scripts = readdirSync('dist/viewer').filter((name) => name.endsWith('.js'))
  const packed = (names: readonly string[]) =>
    names.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join('dist/viewer', name)), { level: 9 }).length,
      0,
    )
  // One file is the first picture: it imports nothing before somebody asks for more.
  const first = readFileSync('dist/viewer/viewer.js', 'utf8')
  expect(parseSync('viewer.js', first).module.staticImports).toEqual([])
  expect(packed(['viewer.js'])).toBeLessThan(100_000)
  expect(packed(scripts)).toBeLessThan(175_000)
})

test.each(['nodenext', 'bundler'])(
  'a script gets the types under moduleResolution %s',
  (resolution) => {
    const script = [
      "import { openDossier } from 'dossier'",
      "const dossier = await openDossier('graph-data')",
      "for (const path of dossier.paths('ada', 'bob', { max: 4, asOf: '2011' })) console.log(path.toString(), path.hops[0]?.citations)",
      "export const label: string = dossier.graph.getNodeAttribute('ada', 'label')",
      '// @ts-expect-error: the attributes of a node are known, and this is none.',
      "dossier.graph.getNodeAttribute('ada', 'nonsense')",
    ]
    writeFileSync(join(folder, 'script.mts'), script.join('\n'))
    expect(typeCheck(folder, resolution, ['--noEmit', 'script.mts'])).toBe('')
  },
)

test('holds what it needs and no more', () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(installed, join(parentPath, name)))
  const papers = files.filter((file) => !/^(dist|starter)\//.test(file))
  expect(papers.sort()).toEqual(['LICENSE', 'README.md', 'package.json'])
  const code = files.filter((file) => file.startsWith('dist/'))
  expect(code.filter((file) => !/\.(js|d\.ts|html|css)$/.test(file))).toEqual([])
  const starter = files.filter((file) => file.startsWith('starter/'))
  expect(starter.filter((file) => !/^starter\/graph-data\/.*\.yaml$/.test(file))).toEqual([])
  expect(files.filter((file) => /test|bench|mock|fixture/i.test(file))).toEqual([])
  const types = files.filter((file) => file.endsWith('.d.ts'))
  expect(types).toContain('dist/index.d.ts')
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(join(installed, file), 'utf8')
    expect(text, file).not.toMatch(/\/(?:home|root|tmp|work)\//)
  }
})

test('nothing runs on installation, here or in a dependency', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const scripts = Object.keys(manifest.scripts)
  expect(scripts.filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([])
  const running = Object.entries<{ hasInstallScript?: boolean }>(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path)
  expect(running).toEqual([])
})
