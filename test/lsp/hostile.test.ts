import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import type { DocumentSymbol, Hover, WorkspaceSymbol } from 'vscode-languageserver/node'
import { baseWith } from '../cli/run-dossier.ts'
import { startEditor } from './editor.ts'

const hostile = [
  '[here](command:workbench.action.quit)',
  '![x](https://example.org/x.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="https://example.org">x</a>',
  'https://example.org/steal',
  'a\n\n# Heading\n\n- item\n\n```\ncode',
  '**bold** _under_ ~~gone~~ `code',
  '1. one',
  '| a | b |\n|---|---|\n| c | d |',
  '&lt;script&gt; $(x) ^[note]',
  'me@example.org',
  '\u202eevil\u2066',
  '   ',
  '👩‍🚀',
  'x'.repeat(5000),
]

/** The kinds of all parts of a text in Markdown, as an editor would show it. */
function kindsIn(text: string): Set<string> {
  const kinds = new Set<string>()
  const visit = (node: { type: string; children?: readonly { type: string }[] }) => {
    kinds.add(node.type)
    for (const child of node.children ?? []) visit(child)
  }
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
  return kinds
}

test('what the data says is shown and does nothing', async () => {
  const files = hostile.map((text, n): [string, string] => {
    const said = JSON.stringify(text)
    const body = {
      type: 'person',
      name: text,
      aliases: [text],
      summary: text,
      attributes: { trades: text },
    }
    return [`people/hostile-${n}.yaml`, JSON.stringify(body).replace(said, () => said)]
  })
  const source = [
    'sources/hostile.yaml',
    JSON.stringify({ title: hostile[0], author: hostile[2], kind: hostile[5] }),
  ]
  const editor = await startEditor(baseWith(Object.fromEntries([...files, source])))
  const mentions = hostile.map((_, n) => `  - { partner-of: hostile-${n}, cite: hostile }\n`)
  editor.open('ada.yaml', `type: person\nname: Ada\nrelations:\n${mentions.join('')}`)
  await editor.until(() => editor.told('ada.yaml') !== undefined, 'the first check')
  const plain = ['inlineCode', 'list', 'listItem', 'paragraph', 'root', 'strong', 'text']
  const hover = async (line: number, character: number) => {
    const told = await editor.askAt<Hover>('textDocument/hover', 'ada.yaml', { line, character })
    return (told.contents as { value: string }).value
  }
  for (const n of hostile.keys()) {
    const told = await hover(n + 3, 20)
    expect(told).toContain(`\`hostile-${n}\``)
    expect(plain, told).toEqual(expect.arrayContaining([...kindsIn(told)]))
  }
  const told = await hover(3, 42)
  expect(told).toContain('`hostile`')
  expect(plain, told).toEqual(expect.arrayContaining([...kindsIn(told)]))
  const symbols = await editor.ask<WorkspaceSymbol[]>('workspace/symbol', { query: '' })
  for (const { name } of symbols) expect(name).toMatch(/^[^\n\u202e\u2066]+$/)
  for (const [path] of files) {
    const textDocument = { uri: editor.uriOf(path) }
    const [symbol] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument,
    })
    expect(symbol?.name.trim()).not.toBe('')
  }
})

test('files of any name keep it in their addresses', async () => {
  const names = [
    'a b.yaml',
    '100%.yaml',
    'what?#.yaml',
    'é\u0301.yaml',
    '"q\'.yaml',
    'мир.yaml',
    'new\nline.yaml',
  ]
  const editor = await startEditor(
    baseWith(Object.fromEntries(names.map((name) => [name, 'type: ghost\n']))),
  )
  const all = () => new Set([...editor.all().keys()].map(editor.pathOf))
  await editor.until(() => names.every((name) => all().has(name)), 'problems in all of them')
})

test('an address that an editor writes in its own way is kept', async () => {
  const folder = baseWith({ 'é.yaml': 'type: ghost\n' })
  const editor = await startEditor(folder)
  await editor.until(() => editor.problems('é.yaml').length > 0, 'problems')
  const uri = editor.uriOf('é.yaml').replace('%C3%A9', 'é')
  const document = { uri, languageId: 'yaml', version: 3, text: 'type: spectre\n' }
  editor.tell('textDocument/didOpen', { textDocument: document })
  await editor.until(() => editor.all().get(uri)?.version === 3, 'problems under that address')
  expect(editor.problems('é.yaml')).toEqual([])
})

test('no text of an editor stands in the place of what is not read', async () => {
  const folder = baseWith({ 'other.yml': 'type: ghost\n', '.hidden/x.yaml': 'type: ghost\n' })
  const data = join(folder, 'graph-data')
  mkdirSync(join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'elsewhere/x.yaml'), 'type: person\nname: X\n')
  symlinkSync('../elsewhere', join(data, 'linked'))
  writeFileSync(join(data, 'latin.yaml'), Buffer.from('type: person\nname: Andr\xe9\n', 'latin1'))
  const editor = await startEditor(folder)
  await editor.until(() => editor.problems('other.yml').length > 0, 'the first check')
  const codes = () =>
    [...editor.all()]
      .flatMap(([uri, { diagnostics }]) =>
        diagnostics.map(({ code }) => `${editor.pathOf(uri)} ${code}`),
      )
      .sort()
  const before = codes()
  for (const path of ['other.yml', '.hidden/x.yaml', 'linked/x.yaml', 'latin.yaml']) {
    editor.open(path, 'type: ghost\n')
  }
  editor.open('vast.yaml', `type: person\nname: Huge\nsummary: ${'x'.repeat(1024 * 1024)}\n`)
  await editor.until(() => editor.problems('vast.yaml').length > 0, 'a file that is too large')
  expect(codes()).toEqual([...before, 'vast.yaml file-too-large'].sort())
})

test('bases beside each other are told apart, and one may be named', async () => {
  const folder = baseWith({ 'ghost.yaml': 'type: ghost\n' })
  const other = baseWith({ 'ghost.yaml': 'type: ghost\nname: Ghost\n' })
  const editor = await startEditor(folder)
  await editor.until(() => editor.problems('ghost.yaml').length === 2, 'problems of the one')
  const there = `../../${other.split('/').at(-1)}/graph-data/ghost.yaml`
  editor.open(there, 'type: ghost\nname: Ghost\n')
  await editor.until(() => editor.problems(there).length === 1, 'a problem of the other')
  expect(editor.problems('ghost.yaml')).toHaveLength(2)
  const data = join(folder, 'graph-data')
  const named = await startEditor(folder, { workspace: false, words: ['--stdio', '--data', data] })
  await named.until(
    () => named.problems('ghost.yaml').length === 2,
    'problems of the base that is named',
  )
})
