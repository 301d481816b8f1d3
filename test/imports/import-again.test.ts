import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOfText } from '../../src/cli/import-manifest.ts'
import type { Imported } from '../../src/imports/imported.ts'
import { fileName } from '../../src/model/read-entity.ts'
import { compiled } from '../graph/sources-of.ts'
import { type DataFolder, importedFolder, importInto } from './data-folder.ts'
import { anyEdit, doByHand, gentleEdit, type HandEdit } from './hand-edits.ts'
import { randomImported } from './random-imported.ts'

const [key, type, relation] = ['abcdefgh', 'PQR', 'xyz'].map((letters) =>
  fc.constantFrom(...[...letters].map((letter) => letter.repeat(3))),
) as [fc.Arbitrary<string>, fc.Arbitrary<string>, fc.Arbitrary<string>]
const when = fc.constantFrom('2011', '2012-03', '2012-03-17')
const citations = fc.array(
  fc.record({ source: fc.constantFrom('one', 'two'), at: fc.constantFrom('p1', 'p4', 'q') }),
  { maxLength: 1 },
)
const claim = { citations, saidBy: fc.array(key, { maxLength: 1 }) }
const value = fc.constantFrom('1', '2012', '2012-03', 'dead', 'https://a.example/', 7)

/** Few words, so that most things are tied to each other and versions agree in much. */
const denseImported: fc.Arbitrary<Imported> = fc.record({
  things: fc.array(
    fc.record(
      {
        ...{ key, type, name: key },
        attributes: fc.array(fc.record({ ...claim, name: relation, value }), { maxLength: 3 }),
        date: fc.record({ value: when, citations }),
      },
      { requiredKeys: ['key', 'type', 'attributes'] },
    ),
    { maxLength: 10 },
  ),
  ties: fc.array(
    fc.record(
      { ...claim, relation, source: key, target: key, symmetric: fc.boolean(), when, role: key },
      { requiredKeys: ['relation', 'source', 'target', 'citations'] },
    ),
    { maxLength: 15 },
  ),
  types: fc.dictionary(type, fc.record({ parent: type, abstract: fc.boolean() })).map(mapOf),
  relations: fc.dictionary(relation, fc.record({ inverse: relation }), { maxKeys: 1 }).map(mapOf),
  sources: fc
    .dictionary(fc.constantFrom('one', 'two'), fc.record({ title: key, paragraphs: fc.nat(4) }))
    .map(mapOf),
  identity: fc.constant([]),
})

function mapOf<T>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(values))
}

/** Two versions of a file: the later one has some of what the earlier had, and more. */
const versions = fc
  .oneof(fc.tuple(randomImported, randomImported), fc.tuple(denseImported, denseImported))
  .chain(asVersions)

function asVersions([first, other]: readonly [Imported, Imported]) {
  return fc
    .array(fc.boolean(), { minLength: 10, maxLength: 10 })
    .map((stays): readonly [Imported, Imported] => {
      const kept = <T>(items: readonly T[]) => items.filter((_, at) => stays[at % stays.length])
      return [
        first,
        {
          ...other,
          things: [...kept(first.things), ...other.things],
          ties: [...kept(first.ties), ...other.ties],
          types: new Map([...first.types, ...other.types]),
          sources: new Map([...kept([...first.sources]), ...other.sources]),
        },
      ]
    })
}

interface Mistake {
  /** What is wrong, wherever the file may be by now. */
  readonly what: string
  readonly path: string
  readonly code: string
}

function errorsIn({ files }: DataFolder): Mistake[] {
  const { diagnostics } = compiled(Object.fromEntries(files))
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => {
      const place = files.get(span.file)?.slice(span.start, span.end)
      return { what: [fileName(span.file), code, place].join(': '), path: span.file, code }
    })
}

/** Whether a person has made or edited it, or it stays for the sake of such a file. */
function isStanding({ files, manifest }: DataFolder, path: string): boolean {
  const known = manifest.files.get(path)
  return known?.written !== hashOfText(files.get(path) ?? '') || known.offered !== undefined
}

/** What a newer file says of an entity may contradict what people say of it: that they must see. */
const contradictions = ['wrong-domain', 'wrong-range', 'outside-event', 'contradicts-identity']

/** A file that people have left with a mistake may come to have others, too. */
function expectNoNews(before: readonly Mistake[], folder: DataFolder): void {
  const known = new Set(before.map(({ what }) => what))
  const mistaken = new Set(before.map(({ path }) => path))
  const news = errorsIn(folder).filter(({ what, code, path }) => {
    const isTheirs = mistaken.has(path) || contradictions.includes(code)
    return !known.has(what) && !(isTheirs && isStanding(folder, path))
  })
  expect(news.map(({ what, path }) => [what, folder.files.get(path)])).toEqual([])
}

function work(folder: DataFolder, edits: readonly HandEdit[], round: string): void {
  for (const [at, edit] of edits.entries()) doByHand(folder, edit, `by-hand-${round}-${at}`)
}

/** What people have written; a file that was only moved or deleted is not. */
function writtenByHand({ files, manifest }: DataFolder): ReadonlyMap<string, string> {
  const ours = new Set(
    [...manifest.files.values()].flatMap(({ written, offered }) => [written, offered]),
  )
  return new Map([...files].filter(([, text]) => !ours.has(hashOfText(text))))
}

test('whatever people have done, the next import brings no error, leaves their files alone and is done', () => {
  fc.assert(
    fc.property(
      versions,
      fc.array(fc.array(anyEdit, { maxLength: 4 }), { minLength: 1, maxLength: 2 }),
      ([first, second], rounds) => {
        const folder = importedFolder(first)
        for (const [at, edits] of rounds.entries()) {
          const imported = at % 2 === 0 ? second : first
          work(folder, edits, `${at}`)
          const [before, theirs] = [errorsIn(folder), writtenByHand(folder)]
          if (importInto(folder, imported) === undefined) return
          expectNoNews(before, folder)
          for (const [path, text] of theirs)
            expect([path, folder.files.get(path)]).toEqual([path, text])
          const manifest = folder.manifest
          const again = importInto(folder, imported)
          expect([again?.changes, again?.left]).toEqual([[], []])
          expect(folder.manifest).toEqual(manifest)
        }
      },
    ),
    { numRuns: 120 },
  )
})

/** The ids of what is deleted, by key. */
function deletedBy(folder: DataFolder, edits: readonly HandEdit[]): ReadonlyMap<string, string> {
  const gone = new Map<string, string>()
  for (const [at, edit] of edits.entries()) {
    const before = idsIn(folder)
    work(folder, [edit], `${at}`)
    if (edit.kind !== 'delete') continue
    const [missing] = [...before].filter((id) => !idsIn(folder).has(id))
    for (const [key, id] of folder.manifest.ids) if (id === missing) gone.set(key, id)
  }
  return gone
}

function idsIn({ files }: DataFolder): ReadonlySet<string> {
  return new Set([...files.keys()].map(fileName))
}

test('where people only delete, move, rename and merge, imported files have no error and what was deleted stays away', () => {
  fc.assert(
    fc.property(versions, fc.array(gentleEdit, { maxLength: 5 }), ([first, second], edits) => {
      const folder = importedFolder(first)
      const gone = deletedBy(folder, edits)
      const before = errorsIn(folder)
      for (const imported of [second, first, second]) {
        expect(importInto(folder, imported)).toBeDefined()
        expectNoNews(before, folder)
        // A merge writes a file by hand, as it were, and that may mention what is deleted later.
        expect(errorsIn(folder).filter(({ path }) => !isStanding(folder, path))).toEqual([])
        for (const [key, id] of gone) {
          expect([folder.manifest.ids.get(key), idsIn(folder).has(id)]).toEqual([id, false])
        }
      }
    }),
    { numRuns: 120 },
  )
})

/** Things of the same few names, each with a key of its own: whose is the id? */
const namesakes: fc.Arbitrary<Imported> = denseImported.map((imported) => ({
  ...imported,
  things: imported.things.map((thing, at) => ({ ...thing, name: `Name ${at % 3}` })),
}))

test('whatever people have renamed, merged or taken away, no id is ever that of another', () => {
  const pairs = fc.tuple(namesakes, namesakes).chain(asVersions)
  fc.assert(
    fc.property(pairs, fc.array(gentleEdit, { maxLength: 5 }), ([first, second], edits) => {
      const folder = importedFolder(first)
      const owners = new Map(Array.from(folder.manifest.ids, ([key, id]) => [id, key]))
      const news = () =>
        [...folder.manifest.ids].filter(([key, id]) => (owners.get(id) ?? key) !== key)
      for (const imported of [first, second, first]) {
        work(folder, edits, `${owners.size}`)
        for (const [key, id] of folder.manifest.ids) owners.set(id, key)
        importInto(folder, imported)
        expect(news()).toEqual([])
        for (const [key, id] of folder.manifest.ids) owners.set(id, key)
      }
    }),
    { numRuns: 60 },
  )
})
