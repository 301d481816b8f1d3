import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { checkSources } from '../../src/model/check-model.ts'
import { baseWith } from '../cli/run-dossier.ts'
import { type Editor, startEditor } from './editor.ts'

/** Files that mention, contradict and repeat each other. */
const texts = [
  '',
  'type: person\nname: Ada\nrelations:\n  - { partner-of: bob, cite: ledger#p2 }\n',
  'type: person\nname: Ada\naliases: [Bob, 👩‍🚀, مريم]\nrelations:\n  - partner-of: ada\n  - member-of: bergen-guild\n',
  'type: person\r\nname: Bob\r\naliases: ["👩‍🚀 x", "👩‍🚀 x"]\r\nunknown: مريم\r\n',
  'type: shipwreck\nname: Wreck\nwhen: 1400\nrelations:\n  - { drowned: bob, cite: ledger#p99 }\n',
  'type: voyage\nname: Voyage\nwhen: 1401\ncite: ledger#p1\nrelations: [{ carried: bob }]\n',
  'entities:\n  ada: { type: person, name: Ada }\n  eve: { type: ghost, name: Eve }\n',
  'type: person\rname: Lone\r',
  'title: Another ledger\nparagraphs: 3\n',
  'name: "never closed\n',
] as const
const paths = [
  'ada.yaml',
  'people/bob.yaml',
  'eve.yaml',
  'sources/ledger.yaml',
  'identity.yaml',
] as const
const wholeTexts = fc.constantFrom<string>(...texts)
const path = fc.constantFrom<string>(...paths)
const snippet = fc.constantFrom(
  '',
  'x',
  ' ',
  '\n',
  '\r\n',
  '🏴',
  'م',
  'type: person',
  '- ',
  '"',
  'bob',
  ': ',
)

interface Step {
  readonly kind: keyof ReturnType<typeof hands>
  readonly path: string
  /** A text to write. */
  readonly text: string
  /** What to write into a text, and in the place of what. */
  readonly snippet: string
  readonly from: number
  readonly length: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    'open',
    'open',
    'type',
    'type',
    'replace',
    'save',
    'close',
    'write',
    'remove',
    'wait',
  ),
  path,
  text: wholeTexts,
  snippet,
  from: fc.nat(200),
  length: fc.nat(6),
})

/** What a person does in an editor and other programs do on the disk. */
function hands(editor: Editor, folder: string, open: Map<string, string>) {
  const placeOf = (file: string) => join(folder, 'graph-data', file)
  const write = (file: string, text: string) => {
    mkdirSync(dirname(placeOf(file)), { recursive: true })
    writeFileSync(placeOf(file), text)
  }
  const change = (file: string, text: string, changes: readonly object[]) => {
    open.set(file, text)
    editor.change(file, changes)
  }
  return {
    open: (step: Step) => {
      if (open.has(step.path)) return
      const text = existsSync(placeOf(step.path)) ? readFileSync(placeOf(step.path), 'utf8') : ''
      open.set(step.path, text)
      editor.open(step.path, text)
    },
    type: (step: Step, text = open.get(step.path)) => {
      if (text === undefined) return
      const document = TextDocument.create('', 'yaml', 1, text)
      const start = document.positionAt(placeIn(text, step.from))
      const end = document.positionAt(placeIn(text, step.from + step.length))
      const edit = { range: { start, end }, newText: step.snippet }
      const after = TextDocument.applyEdits(document, [edit])
      change(step.path, after, [{ range: edit.range, text: edit.newText }])
    },
    replace: (step: Step) => {
      if (open.has(step.path)) change(step.path, step.text, [{ text: step.text }])
    },
    save: (step: Step, text = open.get(step.path)) => {
      if (text === undefined) return
      write(step.path, text)
      editor.save(step.path)
    },
    close: (step: Step) => {
      if (open.delete(step.path)) editor.close(step.path)
    },
    write: (step: Step) => write(step.path, step.text),
    remove: (step: Step) => rmSync(placeOf(step.path), { force: true }),
    wait: () => delay(60),
  }
}

/** A place where a cursor can stand. */
function placeIn(text: string, wanted: number): number {
  const at = Math.min(wanted, text.length)
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1))
    ? at - 1
    : at
}

/** What a clean check finds in the same texts, by file. */
async function expected(folder: string, open: ReadonlyMap<string, string>) {
  const disk = await readSources(join(folder, 'graph-data'))
  const byPath = new Map(disk.files.map(({ path: file, text }) => [file, text]))
  for (const [file, text] of open) byPath.set(file, text)
  const files = [...byPath].map(([file, text]) => ({ path: file, text }))
  const { diagnostics } = checkSources({ files, diagnostics: disk.diagnostics })
  return told(
    diagnostics.map(({ code, message, severity, span, notes }: Diagnostic) => {
      const before = (byPath.get(span.file) ?? '').slice(0, span.start).split(/\r\n|\r|\n/)
      const here = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
      const words = [
        message,
        ...notes.filter((note) => note.span === undefined).map((note) => note.message),
      ]
      return {
        file: span.file,
        code,
        words: words.join('\n'),
        severity: severity === 'error' ? 1 : 2,
        here,
      }
    }),
  )
}

function published(editor: Editor) {
  return told(
    [...editor.all()].flatMap(([uri, { diagnostics }]) =>
      diagnostics.map(({ code, message, severity, range }) => ({
        file: editor.pathOf(uri),
        code,
        words: message,
        severity,
        here: range.start,
      })),
    ),
  )
}

const told = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort()

test('whatever is opened, edited, saved, closed and changed on the disk, the problems are those of a clean check', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const folder = baseWith()
      const editor = await startEditor(folder)
      const open = new Map<string, string>()
      const doing = hands(editor, folder, open)
      for (const step of steps) await doing[step.kind](step)
      const wanted = await expected(folder, open)
      const versions = () => [...open.keys()].map((file) => editor.told(file)?.version)
      const newest = [...open.keys()].map(editor.version)
      const isSame = () => isDeepStrictEqual([published(editor), versions()], [wanted, newest])
      await editor.until(isSame, 'the same problems').catch(() => undefined)
      expect(published(editor)).toEqual(wanted)
      expect(versions()).toEqual(newest)
      editor.child.kill('SIGKILL')
    }),
    { numRuns: Number(process.env.LSP_RUNS ?? 20) },
  )
}, 600_000)
