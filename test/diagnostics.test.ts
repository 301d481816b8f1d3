import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../src/compile.ts'
import { codes } from '../src/diagnostics/codes.ts'
import { renderForTerminal } from '../src/diagnostics/render/terminal.ts'
import { readSources, type Sources } from '../src/documents/read-sources.ts'
import { lineIndexes } from '../src/text/line-indexes.ts'

const cases = readdirSync('test/cases')

// What a disk must refuse cannot stand in a folder; these have tests of their own below.
const withoutCase = ['file-too-large', 'path-collision', 'unfinished-change', 'unreadable-file']

// A case is a sound base (test/base) with the case's own files laid over it; expected.txt is what a curator sees.
test.each(cases)('%s', async (name) => {
  const sources = await readCase(name)
  await expect(show(sources)).toMatchFileSnapshot(`cases/${name}/expected.txt`)
})

test.each(cases)('the case %s shows its own code', async (name) => {
  const { diagnostics } = compile(await readCase(name))
  expect(diagnostics.map(({ code }) => code)).toContain(name)
})

test('every code has a case', () => {
  expect([...cases, ...withoutCase].sort()).toEqual([...codes].sort())
})

test('the sound base has no problem', async () => {
  expect(compile(await readSources('test/base')).diagnostics).toEqual([])
})

describe('files that cannot be read', () => {
  test('a file over the limit, a link and a folder that is a loop', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
    try {
      writeFileSync(join(folder, 'large.yaml'), `# ${'x'.repeat(1024 * 1024)}\n`)
      writeFileSync(join(folder, 'ontology.yaml'), 'name: Links\nentities: { person: {} }\n')
      symlinkSync('/etc/passwd', join(folder, 'link.yaml'))
      symlinkSync('.', join(folder, 'loop'))
      const told = compile(await readSources(folder)).diagnostics.map((d) => [d.span.file, d.code])
      expect(told).toEqual([
        ['large.yaml', 'file-too-large'],
        ['link.yaml', 'ignored-file'],
        ['loop', 'ignored-file'],
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

test('two paths that some disks take for one', () => {
  const files = ['people/Zoë.yaml', 'people/zoe\u0308.yaml'].map((path) => ({
    path,
    text: 'type: person\nname: Zoë\n',
  }))
  const told = compile({ files, diagnostics: [] }).diagnostics
  const collision = told.find(({ code }) => code === 'path-collision')
  expect(collision?.message).toContain('the same file as "people/Zoë.yaml"')
})

async function readCase(name: string): Promise<Sources> {
  const base = await readSources('test/base')
  const own = await readSources(`test/cases/${name}`)
  const ownPaths = new Set(own.files.map(({ path }) => path))
  const isBase = (path: string) =>
    !ownPaths.has(path) && !(name === 'ontology-missing' && path === 'ontology.yaml')
  const files = [...base.files.filter(({ path }) => isBase(path)), ...own.files]
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...base.diagnostics, ...own.diagnostics],
  }
}

function show(sources: Sources): string {
  const textOf = lineIndexes(sources.files)
  return compile(sources)
    .diagnostics.map((diagnostic) => `${renderForTerminal(diagnostic, textOf)}\n`)
    .join('\n')
}
