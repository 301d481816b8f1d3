import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  SymbolInformation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { baseWith } from '../cli/run-dossier.ts'
import { type Editor, startEditor } from './editor.ts'

const drusiana = `type: person
name: Drusiana
aliases: [دروسيانا, 👩‍🚀 Drusi]
relations:
  - member-of: bergen-guild
    cite: ledger#p2
    said-by: hildebrand
`

/** Opens a document; `|` in it is where the cursor is. Gives that place. */
async function at(editor: Editor, path: string, marked: string) {
  const text = marked.replace('|', '')
  editor.open(path, text)
  const isChecked = () => editor.told(path)?.version === editor.version(path)
  await editor.until(isChecked, `${path} is checked`)
  return positionIn(text, marked.indexOf('|'))
}

function positionIn(text: string, offset: number) {
  return TextDocument.create('', 'yaml', 1, text).positionAt(offset)
}

async function editorWith(files: Record<string, string> = {}) {
  const folder = baseWith(files)
  return { folder, editor: await startEditor(folder) }
}

/** The texts of a base after an edit, by path. */
function applied(
  folder: string,
  editor: Editor,
  edit: WorkspaceEdit | null,
  open = new Map<string, string>(),
) {
  const changes = (edit?.documentChanges ?? []).filter(
    (one) => 'edits' in one,
  ) as TextDocumentEdit[]
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => {
      const path = editor.pathOf(uri)
      const before = open.get(path) ?? readFileSync(join(folder, 'graph-data', path), 'utf8')
      const document = TextDocument.create(uri, 'yaml', 1, before)
      return [path, TextDocument.applyEdits(document, edits as TextEdit[])]
    }),
  )
}

test('a definition is where an entity, a source, a type, a relation or an attribute is declared', async () => {
  const { editor } = await editorWith()
  const ask = async (marked: string) => {
    const position = await at(editor, 'drusiana.yaml', marked)
    const found = await editor.askAt<Location | null>(
      'textDocument/definition',
      'drusiana.yaml',
      position,
    )
    editor.close('drusiana.yaml')
    return found && `${editor.pathOf(found.uri)}:${found.range.start.line}`
  }
  expect(await ask(drusiana.replace('bergen', 'ber|gen'))).toBe('guilds/bergen-guild.yaml:0')
  expect(await ask(drusiana.replace('ledger#', '|ledger#'))).toBe('sources/ledger.yaml:0')
  expect(await ask(drusiana.replace('hildebrand', 'hildebrand|'))).toBe('people/hildebrand.yaml:0')
  expect(await ask(drusiana.replace('person', 'p|erson'))).toBe('ontology.yaml:3')
  expect(await ask(drusiana.replace('member-of', 'mem|ber-of'))).toBe('ontology.yaml:17')
  expect(await ask(drusiana.replace('Drusiana', '|Drusiana'))).toBe('drusiana.yaml:0')
  expect(await ask(drusiana.replace('aliases', 'ali|ases'))).toBeNull()
  const born = 'type: person\nname: D\nattributes:\n  bo|rn: 1400\n'
  expect(await ask(born)).toBe('ontology.yaml:7')
})

test('references are all mentions, in open documents and on the disk', async () => {
  const { editor } = await editorWith({ 'eve.yaml': drusiana })
  const position = await at(editor, 'drusiana.yaml', drusiana.replace('bergen', 'ber|gen'))
  const more = { context: { includeDeclaration: true } }
  const found = await editor.askAt<Location[]>(
    'textDocument/references',
    'drusiana.yaml',
    position,
    more,
  )
  const places = found.map(
    ({ uri, range }) => `${editor.pathOf(uri)}:${range.start.line}:${range.start.character}`,
  )
  expect(places).toEqual([
    'guilds/bergen-guild.yaml:0:0',
    'drusiana.yaml:4:15',
    'eve.yaml:4:15',
    'people/hildebrand.yaml:3:15',
  ])
})

test('the outline of a file, and the search of dossier find in the base', async () => {
  const { editor } = await editorWith()
  await at(editor, 'drusiana.yaml', `${drusiana}|`)
  const textDocument = { uri: editor.uriOf('drusiana.yaml') }
  const [one] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })
  expect(one).toMatchObject({ name: 'Drusiana', detail: 'drusiana' })
  expect(one?.children).toMatchObject([{ name: 'member-of', detail: 'bergen-guild' }])
  const cities = { uri: editor.uriOf('cities/cities.yaml') }
  const many = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument: cities,
  })
  expect(many.length).toBeGreaterThan(0)
  const search = async (query: string) =>
    (await editor.ask<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name)
  expect(await search('drusyana')).toEqual(['Drusiana'])
  expect(await search('HILDEBRÁND')).toEqual(['Hildebrand Veckinchusen'])
  editor.change('drusiana.yaml', [{ text: drusiana.replace('name: Drusiana', 'name: Ottilie') }])
  expect(await search('otilie')).toEqual(['Ottilie'])
})

test('an editor that knows less of the protocol is offered and told what it knows', async () => {
  const offered = async (capabilities: object) => {
    const editor = await startEditor(baseWith(), { capabilities, introduced: false })
    return { editor, offer: (await editor.introduce()).capabilities }
  }
  const { editor, offer } = await offered({})
  expect(offer.renameProvider).toBe(true)
  expect(offer.codeActionProvider).toBeUndefined()
  const uri = editor.uriOf('people/hildebrand.yaml')
  const list = await editor.ask<SymbolInformation[]>('textDocument/documentSymbol', {
    textDocument: { uri },
  })
  expect(list.slice(0, 2)).toMatchObject([
    { name: 'Hildebrand Veckinchusen', location: { uri, range: { start: { line: 0 } } } },
    { name: 'member-of', containerName: 'Hildebrand Veckinchusen', location: { uri } },
  ])
  const hover = await editor.askAt<Hover>('textDocument/hover', 'people/hildebrand.yaml', {
    line: 1,
    character: 8,
  })
  expect(hover.contents).toEqual({
    kind: 'plaintext',
    value: 'Hildebrand Veckinchusen (Person)\n\n1 tie, hildebrand',
  })
  const { offer: all } = await offered({
    textDocument: {
      rename: { prepareSupport: true },
      codeAction: { codeActionLiteralSupport: {} },
    },
  })
  expect(all.renameProvider).toEqual({ prepareProvider: true })
  expect(all.codeActionProvider).toBeDefined()
})

test('hovering tells who an entity is, what a word of the ontology means, and how good a source is', async () => {
  const { editor } = await editorWith()
  const told = async (marked: string) => {
    const position = await at(editor, 'drusiana.yaml', marked)
    const hover = await editor.askAt<Hover | null>('textDocument/hover', 'drusiana.yaml', position)
    editor.close('drusiana.yaml')
    return (hover?.contents as { value: string } | undefined)?.value
  }
  const lines = [
    await told(drusiana.replace('hildebrand', '|hildebrand')),
    await told(drusiana.replace('Drusiana', '|Drusiana')),
    await told(drusiana.replace('ledger', '|ledger')),
    await told(drusiana.replace('person', '|person')),
    await told(drusiana.replace('member-of', '|member-of')),
    await told('type: person\nname: D\nattributes:\n  |born: 1400\n'),
    await told('type: person\nname: D\nattributes:\n  born: { value: 14|XX~, cite: ledger }\n'),
    await told(`${drusiana}    when: "1401-0|3/.."\n`),
  ]
  expect(await told(drusiana.replace('said', '|said'))).toBeUndefined()
  expect(await told(`${drusiana}    when: some|day\n`)).toBeUndefined()
  await expect(`${lines.join('\n\n---\n\n')}\n`).toMatchFileSnapshot('hover.md')
})

test('completion offers ids by name, folded, those of a type that fits first', async () => {
  const { editor } = await editorWith({
    'guilds/hilda.yaml': 'type: guild\nname: Hildas\n',
    'people/hilda-2.yaml': 'type: person\nname: Ĥïldä Ólafsdóttir\n',
  })
  // Nobody waits for a check before the next letter, nor in a file that is new.
  const offered = async (marked: string, path = 'x.yaml') => {
    const text = marked.replace('|', '')
    editor.open(path, text)
    const position = positionIn(text, marked.indexOf('|'))
    const { items } = (await editor.askAt<CompletionList | null>(
      'textDocument/completion',
      path,
      position,
    )) ?? { items: [] }
    editor.close(path)
    return items.map(({ label }) => label)
  }
  const start = 'type: person\nname: X\nrelations:\n'
  expect((await offered(`${start}  - member-of: hild|`)).slice(0, 1)).toEqual(['hilda'])
  expect((await offered(`${start}  - has-member: hild|`)).at(-1)).toBe('hilda')
  expect(await offered(`${start}  - partner-of: olafsdotir|\n`)).toEqual(['hilda-2'])
  expect(await offered(`${start}  - partner-of: Hilda Ol|\n`)).toEqual(['hilda-2'])
  expect(await offered(`${start}  - partner-of:\n      - bob\n      - olafs|\n`)).toEqual([
    'hilda-2',
  ])
  expect(await offered(`${start}  - { partner-of: [hildebrand, olaf|`)).toEqual(['hilda-2'])
  const inBraces = 'type: person\nrelations: [{ partner-of: bob, member-of: [hild|'
  expect((await offered(inBraces)).slice(0, 1)).toEqual(['hilda'])
  expect(await offered(`${start}  - partner-of: [\n      bob,\n      olafs|\n    ]\n`)).toEqual([
    'hilda-2',
  ])
  expect(await offered(`${start}  - { partner-of: hildebrand, cite: [{ source: |`)).toEqual([
    'ledger',
  ])
  expect(await offered(`${start}  - { partner-of: hildebrand, cite: [{ source: ledger, |`)).toEqual(
    [],
  )
  expect(await offered('type: person\nname: X\nsummary: one, hild|')).toEqual([])
  // For which a pattern that tries every beginning needs minutes.
  expect(await offered(`name:${' '.repeat(200_000)}[|`)).toEqual([])
  expect(await offered(`${start}  - partner-of: hildebrand\n    cite: |`)).toEqual(['ledger'])
  expect(await offered(`${start}  - partner-of: hildebrand\n    cite: [|]\n`)).toEqual(['ledger'])
  expect(await offered(`${start}  - partner-of: x\n    said-by: olafs|`)).toEqual(['hilda-2'])
  const citing = `${start}  - partner-of: hildebrand\n    cite: `
  const pages = 'sources/roll.yaml'
  const roll = 'title: Roll\npages: 12\nsections: [preface]\n'
  await at(editor, pages, `|${roll}`)
  expect(await offered(`${citing}roll#|`)).toEqual([
    'preface',
    ...Array.from({ length: 12 }, (_, at) => `page${at + 1}`),
  ])
  expect(await offered(`${citing}[ledger#p1, "roll#page1|`)).toEqual([
    'page1',
    'page10',
    'page11',
    'page12',
  ])
  expect(await offered(`${citing}nothing#|`)).toEqual([])
  expect(await offered(`${start}  - partner-of: roll#|`)).toEqual([])
  expect(await offered('same:\n  - entities: [hilda-2, merchants|', 'identity.yaml')).toEqual([
    'bergen-guild',
  ])
  expect(await offered('type: person\nname: hild|')).toEqual([])
  expect(await offered(`${start}  - partner-of: hildebrand # hild|`)).toEqual([])
  expect(await offered('title: hild|', 'sources/y.yaml')).toEqual([])
})

test('renaming is that of dossier rename, with the file that bears the id', async () => {
  const { folder, editor } = await editorWith({ 'eve.yaml': drusiana })
  const position = await at(editor, 'drusiana.yaml', drusiana.replace('bergen', 'ber|gen'))
  const prepared = await editor.askAt('textDocument/prepareRename', 'drusiana.yaml', position)
  expect(prepared).toMatchObject({
    placeholder: 'bergen-guild',
    range: { start: { character: 15 }, end: { character: 27 } },
  })
  const edit = await editor.askAt<WorkspaceEdit>('textDocument/rename', 'drusiana.yaml', position, {
    newName: 'bergen-2',
  })
  const texts = applied(folder, editor, edit, new Map([['drusiana.yaml', drusiana]]))
  expect(texts['drusiana.yaml']).toBe(drusiana.replace('bergen-guild', 'bergen-2'))
  expect(texts['eve.yaml']).toBe(drusiana.replace('bergen-guild', 'bergen-2'))
  expect(edit.documentChanges?.at(-1)).toEqual({
    kind: 'rename',
    oldUri: editor.uriOf('guilds/bergen-guild.yaml'),
    newUri: editor.uriOf('guilds/bergen-2.yaml'),
  })
  const versions = Object.fromEntries(
    (edit.documentChanges ?? []).flatMap((one) =>
      'edits' in one ? [[one.textDocument.uri, one.textDocument.version]] : [],
    ),
  )
  expect(versions[editor.uriOf('drusiana.yaml')]).toBe(1)
  expect(versions[editor.uriOf('eve.yaml')]).toBeNull()
  const refused = editor.askAt('textDocument/rename', 'drusiana.yaml', position, {
    newName: 'ledger',
  })
  await expect(refused).rejects.toThrow('The id "ledger" is taken.')
  const type = { line: 0, character: 7 }
  expect(await editor.askAt('textDocument/prepareRename', 'drusiana.yaml', type)).toBeNull()
})

test('a file that is moved in the editor takes its id along, and moves itself', async () => {
  const { folder, editor } = await editorWith({ 'eve.yaml': drusiana })
  const move = (from: string, to: string) =>
    editor.ask<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: editor.uriOf(from), newUri: editor.uriOf(to) }],
    })
  const edit = await move('guilds/bergen-guild.yaml', 'towns/bergen-2.yaml')
  expect(applied(folder, editor, edit)['eve.yaml']).toBe(
    drusiana.replace('bergen-guild', 'bergen-2'),
  )
  expect(edit?.documentChanges?.every((change) => 'edits' in change)).toBe(true)
  expect(await move('guilds/bergen-guild.yaml', 'towns/bergen-guild.yaml')).toBeNull()
  expect(await move('guilds/bergen-guild.yaml', '../bergen-2.yaml')).toBeNull()
  expect(await move('ontology.yaml', 'words.yaml')).toBeNull()
  await expect(move('guilds/bergen-guild.yaml', 'guilds/ledger.yaml')).rejects.toThrow(
    'The id "ledger" is taken.',
  )
  await expect(editor.ask('workspace/willRenameFiles', { files: [null] })).rejects.toThrow()
  expect(await move('eve.yaml', 'adam.yaml')).toEqual({ documentChanges: [] })
})

test('formatting is that of dossier format, and keeps the line ends of the document', async () => {
  const { editor } = await editorWith()
  const untidy = 'name: "Drusiana"\ntype: person\naliases: [ مريم ,   "👩‍🚀" ]\n'
  const tidy = 'type: person\nname: Drusiana\naliases: [مريم, 👩‍🚀]\n'
  for (const end of ['\n', '\r\n']) {
    const text = untidy.replaceAll('\n', end)
    await at(editor, 'drusiana.yaml', `${text}|`)
    const document = { uri: editor.uriOf('drusiana.yaml') }
    const options = { tabSize: 2, insertSpaces: true }
    const edits = await editor.ask<TextEdit[]>('textDocument/formatting', {
      textDocument: document,
      options,
    })
    expect(TextDocument.applyEdits(TextDocument.create('', '', 1, text), edits)).toBe(
      tidy.replaceAll('\n', end),
    )
    editor.change('drusiana.yaml', [{ text: 'name: "x' }])
    expect(
      await editor.ask('textDocument/formatting', { textDocument: document, options }),
    ).toEqual([])
    editor.close('drusiana.yaml')
  }
})

test('what check --fix is certain of is offered, one by one and all at once', async () => {
  const { folder, editor } = await editorWith()
  const broken = drusiana.replace('bergen-guild', 'bergen-gild').replace('hildebrand', 'hildebrnd')
  const position = await at(editor, 'drusiana.yaml', broken.replace('bergen-gild', '|bergen-gild'))
  const actions = (range: object, only?: string[]) =>
    editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uriOf('drusiana.yaml') },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    })
  const open = new Map([['drusiana.yaml', broken]])
  const here = { start: position, end: position }
  const [quick, all] = await actions(here)
  expect(quick).toMatchObject({
    title: 'Write "bergen-guild"',
    kind: 'quickfix',
    diagnostics: [{ code: 'broken-reference' }],
  })
  expect(applied(folder, editor, quick?.edit ?? null, open)['drusiana.yaml']).toBe(
    broken.replace('gild', 'guild'),
  )
  expect(all?.kind).toBe('source.fixAll.dossier')
  expect(applied(folder, editor, all?.edit ?? null, open)['drusiana.yaml']).toBe(drusiana)
  const start = { line: 0, character: 0 }
  const top = { start, end: start }
  expect(await actions(top)).toEqual([])
  expect((await actions(top, ['source.fixAll'])).map(({ kind }) => kind)).toEqual([
    'source.fixAll.dossier',
  ])
  expect(await actions(here, ['refactor'])).toEqual([])
  expect(await actions(here, [''])).toHaveLength(2)
  const told = editor.problems('drusiana.yaml')
  editor.change('drusiana.yaml', [{ text: `${broken}\n` }])
  await editor.until(() => editor.told('drusiana.yaml')?.version === 2, 'another check')
  expect(editor.problems('drusiana.yaml')).toEqual(told)
})

test('who marks a whole file that has much to mend is offered the first of it, and all at once', async () => {
  const { folder, editor } = await editorWith()
  const line = '  - { member-of: bergen-gild, cite: ledger#p1 }\n'
  const broken = `type: person\nname: N\nrelations:\n${line.repeat(30)}`
  await at(editor, 'many.yaml', `${broken}|`)
  const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: editor.uriOf('many.yaml') },
    range: { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } },
    context: { diagnostics: [] },
  })
  expect(actions.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 20 }, () => 'quickfix'),
    'source.fixAll.dossier',
  ])
  const open = new Map([['many.yaml', broken]])
  const all = applied(folder, editor, actions.at(-1)?.edit ?? null, open)['many.yaml']
  expect(all).not.toContain('gild')
})

test('of a file of no base nothing is told, and nothing fails', async () => {
  const { folder, editor } = await editorWith()
  writeFileSync(join(folder, 'letter.yaml'), 'type: person\n')
  editor.open('../letter.yaml', 'type: person\n')
  const position = { line: 0, character: 7 }
  const textDocument = { uri: editor.uriOf('../letter.yaml') }
  expect(await editor.askAt('textDocument/hover', '../letter.yaml', position)).toBeNull()
  expect(await editor.askAt('textDocument/definition', '../letter.yaml', position)).toBeNull()
  expect(await editor.ask('textDocument/documentSymbol', { textDocument })).toEqual([])
  expect(await editor.ask('textDocument/formatting', { textDocument, options: {} })).toBeNull()
})
