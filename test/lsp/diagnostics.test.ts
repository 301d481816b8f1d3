import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { Location } from 'vscode-languageserver/node'
import { baseWith, emptyFolder } from '../cli/run-dossier.ts'
import { startEditor } from './editor.ts'

const ada = `type: person
name: Ada
relations:
  - partner-of: bobb
    cite: ledger#p2
`

const codesOf = (problems: readonly { readonly code?: unknown }[]) =>
  problems.map(({ code }) => code)

test('what is wrong is told of the text in the editor, and again of the disk when it is closed', async () => {
  const folder = baseWith({ 'broken.yaml': 'type: ghost\nname: Broken\n' })
  const editor = await startEditor(folder)
  await editor.until(() => editor.problems('broken.yaml').length > 0, 'the first check')
  const [ghost] = editor.problems('broken.yaml')
  expect(ghost).toMatchObject({
    code: 'unknown-type',
    severity: 1,
    source: 'dossier',
    range: { start: { line: 0, character: 6 }, end: { line: 0, character: 11 } },
  })
  expect(ghost).not.toHaveProperty('codeDescription')
  editor.open('broken.yaml', 'type: person\nname: Broken\n')
  await editor.until(() => editor.problems('broken.yaml').length === 0, 'no problem')
  expect(editor.told('broken.yaml')?.version).toBe(1)
  editor.close('broken.yaml')
  await editor.until(() => editor.problems('broken.yaml').length === 1, 'the old problem')
  expect(editor.told('broken.yaml')).not.toHaveProperty('version')
})

test('a folder that is added to the workspace is looked at before a file of it is opened', async () => {
  const editor = await startEditor(baseWith())
  const added = baseWith({ 'broken.yaml': 'type: ghost\nname: Broken\n' })
  const event = { added: [{ uri: pathToFileURL(added).href, name: 'added' }], removed: [] }
  editor.tell('workspace/didChangeWorkspaceFolders', { event })
  const told = join(added, 'graph-data', 'broken.yaml')
  await editor.until(
    () => editor.all().has(pathToFileURL(told).href),
    'a problem of the new folder',
  )
})

test('of a folder that is removed from the workspace nothing is told any longer, unless a document in it is open', async () => {
  const files = { 'broken.yaml': 'type: ghost\nname: Broken\n' }
  const folder = baseWith(files)
  const other = baseWith(files)
  const there = pathToFileURL(join(other, 'graph-data', 'broken.yaml')).href
  const editor = await startEditor(folder)
  const change = (event: object) =>
    editor.tell('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [], ...event },
    })
  const named = { uri: pathToFileURL(other).href, name: 'other' }
  change({ added: [named] })
  await editor.until(() => editor.all().has(there), 'a problem of the other folder')
  editor.open('broken.yaml', 'type: ghost\nname: Open\n')
  change({ removed: [named, { uri: pathToFileURL(folder).href, name: 'base' }] })
  await editor.until(() => !editor.all().has(there), 'no problem of the other folder')
  expect(codesOf(editor.problems('broken.yaml'))).toEqual(['unknown-type'])
  writeFileSync(join(other, 'graph-data', 'broken.yaml'), 'type: spectre\nname: Broken\n')
  editor.change('broken.yaml', [{ text: 'type: person\nname: Open\n' }])
  await editor.until(() => editor.problems('broken.yaml').length === 0, 'the open one is mended')
  expect(editor.all().has(there)).toBe(false)
  change({ added: [named] })
  await editor.until(() => editor.all().has(there), 'a problem of the folder that is back')
  change({ removed: [named] })
  change({ added: [named] })
  change({ removed: [named] })
  const third = baseWith(files)
  const passing = { uri: pathToFileURL(third).href, name: 'third' }
  // All of this comes before the base is open.
  change({ added: [passing] })
  change({ removed: [passing] })
  change({ added: [passing] })
  const broken = join(third, 'graph-data', 'broken.yaml')
  const problems = () => editor.all().get(pathToFileURL(broken).href)?.diagnostics.length
  await editor.until(() => problems() === 1, 'a problem of the third folder')
  writeFileSync(broken, 'type: spectre\n')
  await editor.until(() => problems() === 2, 'another problem of it')
  expect(editor.all().has(there)).toBe(false)
})

test('of a file that is open under two addresses what was typed last counts, until both are closed', async () => {
  const editor = await startEditor(baseWith({ 'e-1.yaml': 'type: person\nname: E\n' }))
  const twice = editor.uriOf('e-1.yaml').replace('e-1', '%65-1')
  const document = { uri: twice, languageId: 'yaml', version: 7 }
  editor.open('e-1.yaml', 'type: ghost\nname: E\n')
  editor.tell('textDocument/didOpen', { textDocument: { ...document, text: 'type: ghost\n' } })
  await editor.until(() => editor.all().get(twice)?.version === 7, 'the other address')
  editor.tell('textDocument/didClose', { textDocument: document })
  await editor.until(() => editor.told('e-1.yaml')?.version === 1, 'the first address')
  expect(codesOf(editor.problems('e-1.yaml'))).toEqual(['unknown-type'])
  await editor.until(() => !editor.all().has(twice), 'nothing under the other address')
  editor.close('e-1.yaml')
  await editor.until(() => editor.problems('e-1.yaml').length === 0, 'the file on the disk')
})

test('places in the first line are those of an editor, which keeps the byte order mark to itself', async () => {
  const one = {
    'marked.yaml': '\ufeffrelations: [{ partner-of: hildebrand, cite: ledger#p1 }]\ntype: ghost\n',
  }
  const folder = baseWith(one)
  const editor = await startEditor(folder)
  const missing = () => editor.problems('marked.yaml')
  await editor.until(() => missing().length > 0, 'the first check')
  const places = await editor.askAt<Location[]>(
    'textDocument/references',
    'people/hildebrand.yaml',
    { line: 1, character: 8 },
    { context: { includeDeclaration: false } },
  )
  const marked = places.filter(({ uri }) => uri === editor.uriOf('marked.yaml'))
  const start = one['marked.yaml'].indexOf('hildebrand') - 1
  expect(marked.map(({ range }) => range.start)).toEqual([{ line: 0, character: start }])
})

test('a change in one document is told of the others', async () => {
  const editor = await startEditor(baseWith({ 'new/ada-2.yaml': ada }))
  await editor.until(() => editor.problems('new/ada-2.yaml').length > 0, 'a broken reference')
  expect(codesOf(editor.problems('new/ada-2.yaml'))).toContain('broken-reference')
  editor.open('new/bobb.yaml', 'type: person\nname: Another\n')
  const mended = () => !codesOf(editor.problems('new/ada-2.yaml')).includes('broken-reference')
  await editor.until(mended, 'the reference leads somewhere')
  editor.close('new/bobb.yaml')
  await editor.until(() => !mended(), 'a document that was never saved is gone')
})

test('the version is that of the text that was checked', async () => {
  const editor = await startEditor(baseWith())
  editor.open('new.yaml', 'type: person\nname: N\n')
  for (const letter of 'ew one') {
    const end = { line: 1, character: 99 }
    editor.change('new.yaml', [{ range: { start: end, end }, text: letter }])
  }
  await editor.until(() => editor.told('new.yaml')?.version === 7, 'version 7')
  editor.change('new.yaml', [{ text: 'type: ghost\n' }])
  await editor.until(() => editor.told('new.yaml')?.version === 8, 'version 8')
  expect(codesOf(editor.problems('new.yaml'))).toEqual(['missing-key', 'unknown-type'])
})

test('what is about the whole base is checked in the editor, too', async () => {
  const editor = await startEditor(baseWith())
  editor.open('ontology.yaml', 'name: Test\nentities: { person: { is: nothing } }\n')
  editor.open('identity.yaml', 'same: 3\n')
  editor.open('views.yaml', 'views: 3\n')
  editor.open('sources/report.yaml', 'titel: Report\n')
  const files = ['ontology.yaml', 'identity.yaml', 'views.yaml', 'sources/report.yaml']
  await editor.until(() => files.every((file) => editor.problems(file).length > 0), 'problems')
})

test('changes on the disk are told', async () => {
  const folder = baseWith()
  const editor = await startEditor(folder)
  const file = join(folder, 'graph-data/ghost.yaml')
  editor.open('sources/report.yaml', 'title: Report\n')
  await editor.until(() => editor.told('sources/report.yaml') !== undefined, 'the first check')
  writeFileSync(file, 'type: ghost\nname: Ghost\n')
  await editor.until(() => editor.problems('ghost.yaml').length > 0, 'a problem on the disk')
  rmSync(file)
  await editor.until(() => editor.problems('ghost.yaml').length === 0, 'the file is gone')
})

test('a file of no base is nothing to the server, and of a base it needs no workspace', async () => {
  const folder = emptyFolder()
  const data = join(folder, 'graph-data')
  const editor = await startEditor(folder, { workspace: false })
  editor.open('../letter.yaml', 'type: ghost\n')
  editor.tell('textDocument/didOpen', {
    textDocument: { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: 'a: [' },
  })
  mkdirSync(data)
  writeFileSync(join(data, 'ontology.yaml'), 'name: New\nentities: { person: {} }\n')
  editor.open('ada.yaml', 'type: ghost\nname: Ada\n')
  await editor.until(() => editor.problems('ada.yaml').length > 0, 'a problem')
  expect(editor.told('../letter.yaml')).toBeUndefined()
  expect([...editor.all().keys()]).toEqual([editor.uriOf('ada.yaml')])
  expect(editor.messages.filter(({ method }) => method?.startsWith('window/'))).toEqual([])
})

test('that a folder cannot be read is told once, and when it can it is', async () => {
  const folder = baseWith()
  const data = join(folder, 'graph-data')
  const words = ['--data', data]
  const editor = await startEditor(folder, { workspace: false, words, introduced: false })
  // It has found its folder by then.
  await expect(editor.ask('shutdown')).rejects.toThrow()
  renameSync(data, join(folder, 'away'))
  await editor.introduce()
  const shown = () =>
    editor.messages.filter(({ method }) => method?.startsWith('window/showMessage'))
  await editor.until(() => shown().length > 0, 'that it cannot be read')
  expect(JSON.stringify(shown())).toContain('cannot be read (ENOENT)')
  editor.open('ada.yaml', 'type: ghost\n')
  const textDocument = { uri: editor.uriOf('ada.yaml') }
  for (const letter of 'ada') {
    editor.change('ada.yaml', [{ text: `type: ghost\nname: ${letter}\n` }])
    expect(await editor.ask('textDocument/formatting', { textDocument, options: {} })).toBeNull()
  }
  expect(shown()).toHaveLength(1)
  renameSync(join(folder, 'away'), data)
  editor.change('ada.yaml', [{ text: 'type: ghost\nname: Ada\n' }])
  await editor.until(() => editor.problems('ada.yaml').length > 0, 'the problem')
})

test('a second place is told as such, and in words where the editor shows none', async () => {
  const files = {
    'a/twin.yaml': 'type: person\nname: A\n',
    'b/twin.yaml': 'type: person\nname: B\n',
  }
  const editor = await startEditor(baseWith(files))
  await editor.until(() => editor.problems('b/twin.yaml').length > 0, 'a problem')
  const [twin] = editor.problems('b/twin.yaml')
  expect(twin?.code).toBe('duplicate-id')
  expect(twin?.relatedInformation).toMatchObject([
    { location: { uri: editor.uriOf('a/twin.yaml') } },
  ])
  const plain = await startEditor(baseWith(files), { capabilities: {} })
  await plain.until(() => plain.problems('b/twin.yaml').length > 0, 'a problem')
  const [told] = plain.problems('b/twin.yaml')
  expect(told).not.toHaveProperty('relatedInformation')
  expect(told?.message).toContain(twin?.relatedInformation?.[0]?.message)
})

test('places are counted in UTF-16 units, whatever the letters and the line ends', async () => {
  const editor = await startEditor(baseWith())
  const lines = [
    'type: person',
    'name: مخدوم 🏴‍☠️',
    'aliases: ["👩‍🚀 one", "👩‍🚀 one"]',
    'typ: x',
    '',
  ]
  for (const end of ['\n', '\r\n']) {
    editor.open('letters.yaml', lines.join(end))
    await editor.until(() => editor.problems('letters.yaml').length >= 2, 'problems')
    const of = (code: string) => editor.problems('letters.yaml').find((one) => one.code === code)
    const start = lines[2]?.lastIndexOf('"👩') ?? 0
    expect(of('repeated-item')?.range).toEqual({
      start: { line: 2, character: start },
      end: { line: 2, character: start + '"👩‍🚀 one"'.length },
    })
    expect(of('unknown-key')?.range.start).toEqual({ line: 3, character: 0 })
    editor.close('letters.yaml')
    await editor.until(() => editor.problems('letters.yaml').length === 0, 'nothing')
  }
})

test('of more problems than an editor can bear the errors come first, and it is told that there are others', async () => {
  const wrong = Array.from({ length: 5100 }, (_, at) => `  e-${at}: { type: ghost, name: E${at} }`)
  const folder = baseWith({
    'a/warned.yaml':
      'entities:\n  w-1: { type: person, name: W }\n  w-2: { type: person, name: W }\n',
    'b/wrong.yaml': `entities:\n${wrong.join('\n')}\n`,
  })
  const editor = await startEditor(folder)
  const told = () => [...editor.all().values()].flatMap(({ diagnostics }) => diagnostics)
  await editor.until(() => told().length === 5000, 'as many as are told')
  expect(told().every(({ severity }) => severity === 1)).toBe(true)
  expect(editor.problems('a/warned.yaml')).toEqual([])
  const shown = editor.messages.filter(({ method }) => method?.startsWith('window/showMessage'))
  expect(shown).toHaveLength(1)
  expect(JSON.stringify(shown)).toMatch(/Dossier shows 5000 of 51\d\d problems, the errors first\./)
})
