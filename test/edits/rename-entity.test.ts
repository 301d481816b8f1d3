import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import type { SourceFile } from '../../src/documents/document.ts'
import { parseDocument } from '../../src/documents/parse-document.ts'
import type { Refactoring, Refusal } from '../../src/edits/refactoring.ts'
import { renameEntity } from '../../src/edits/rename-entity.ts'
import { applied, filesOf } from './applied.ts'
import { graphInWords } from './graph-in-words.ts'
import { writtenBase } from './written-base.ts'

const ontology = `name: Small
entities: { person: {}, group: {} }
relations: { leads: { inverse: led-by, from: person, to: group } }
`

describe('any base', () => {
  const renaming = writtenBase.chain((base) =>
    fc.record({
      base: fc.constant(base),
      from: fc.constantFrom(...base.people, ...base.groups, ...base.sources),
      to: fc.constantFrom('z', 'a-much-longer-id-than-any-other', '2012', 'no', 'a0'),
    }),
  )

  test('there and back gives the same bytes', () => {
    fc.assert(
      fc.property(renaming, ({ base, from, to }) => {
        const there = applied(base.files, rename(base.files, from, to))
        expect(there).not.toEqual(base.files)
        expect(applied(there, rename(there, to, from))).toEqual(base.files)
      }),
    )
  })

  test('leaves the same problems and the same graph, but for the id', () => {
    fc.assert(
      fc.property(renaming, ({ base, from, to }) => {
        const renamed = applied(base.files, rename(base.files, from, to))
        const [before, after] = [base.files, renamed].map((files) =>
          compile({ files, diagnostics: [] }),
        )
        if (!before || !after) throw new Error('Two bases were compiled.')
        expect(codesOf(after.diagnostics)).toEqual(codesOf(before.diagnostics))
        expect(before.graph.size).toBe(after.graph.size)
        const name = (id: string) => (id === from ? to : id)
        expect(graphInWords(after.graph)).toEqual(graphInWords(before.graph, name))
      }),
    )
  })

  test('no file mentions the old id in a reference, and comments keep it', () => {
    fc.assert(
      fc.property(renaming, ({ base, from, to }) => {
        const renamed = applied(base.files, rename(base.files, from, to))
        const back = rename(renamed, from, to)
        expect(back).toMatchObject({ refused: expect.stringContaining(`"${from}"`) })
        const comments = (files: readonly SourceFile[]) =>
          files.flatMap(({ text }) => text.match(/# .*/g) ?? []).sort()
        expect(comments(renamed)).toEqual(comments(base.files))
      }),
    )
  })
})

/**
 * What is said of two ends of one claim depends on which file comes first, and a file's name is an id. So does to how
 * many of several with one name the others are told, but not whether to any.
 */
function codesOf(diagnostics: readonly { code: string }[]): string[] {
  const codes = diagnostics
    .map(({ code }) => code)
    .filter((code) => !/^(duplicate-claim|conflicting-ends)$/.test(code))
  const isOfNames = (code: string) => /^(alias-collision|possible-duplicate)$/.test(code)
  const ofNames = new Set(codes.filter(isOfNames))
  return [...codes.filter((code) => !isOfNames(code)), ...ofNames].sort()
}

test('a file moves within its folder, and every kind of mention follows', () => {
  const files = filesOf({
    'ontology.yaml': ontology,
    'groups/far/imu.yaml': '# imu\ntype: group\nname: IMU\n',
    'people/ada.yaml': [
      'type: person',
      'name: imu        # imu is her nickname',
      'summary: Of the imu.',
      'attributes:',
      '  rank: { value: imu, said-by: imu, rivals: { denied: true, said-by: ["imu"] } }',
      'relations:',
      '  - leads: "imu" # imu',
      '    as: imu',
      "    said-by: [ada, 'imu']",
      '    rivals: [{ target: imu }]',
      '  - unheard-of:',
      '    - >-',
      '      imu',
      '    - imu-2',
      '  - note: no relation at all',
      '    said-by: |',
      '      imu',
      '',
    ].join('\r\n'),
    'identity.yaml': 'same:\n- { entities: [imu, ada], reason: imu, cite: [imu#imu] }\n',
  })
  const renamed = rename(files, 'imu', 'i')
  expect(changed(renamed)).toEqual({
    'groups/far/imu.yaml': undefined,
    'groups/far/i.yaml': '# imu\ntype: group\nname: IMU\n',
    'people/ada.yaml': [
      'type: person',
      'name: imu        # imu is her nickname',
      'summary: Of the imu.',
      'attributes:',
      '  rank: { value: imu, said-by: i, rivals: { denied: true, said-by: ["i"] } }',
      'relations:',
      '  - leads: "i" # imu',
      '    as: imu',
      "    said-by: [ada, 'i']",
      '    rivals: [{ target: i }]',
      '  - unheard-of:',
      '    - >-',
      '      i',
      '    - imu-2',
      '  - note: no relation at all',
      '    said-by: |',
      '      i',
      '',
    ].join('\r\n'),
    'identity.yaml': 'same:\n- { entities: [i, ada], reason: imu, cite: [imu#imu] }\n',
  })
  expect(renamed).toMatchObject({
    references: 8,
    remarks: [{ message: '"imu" also stands as a mere text, which was left as it is:' }],
  })
  expect('remarks' in renamed && renamed.remarks[0]?.places).toHaveLength(4)
})

test('a source: citations of both forms keep their places', () => {
  const files = filesOf({
    'ontology.yaml': ontology,
    'sources/b/report.yaml': 'title: Report\n',
    'people/many.yaml':
      'cite: report#p1 # report\nentities:\n  ada:\n    type: person\n    name: Ada\n    cite:\n      source: report\n      at: report\n  report-2: { type: person, name: report, cite: ["report", report#report] }\n',
  })
  expect(changed(rename(files, 'report', 'book'))).toEqual({
    'sources/b/report.yaml': undefined,
    'sources/b/book.yaml': 'title: Report\n',
    'people/many.yaml':
      'cite: book#p1 # report\nentities:\n  ada:\n    type: person\n    name: Ada\n    cite:\n      source: book\n      at: report\n  report-2: { type: person, name: report, cite: ["book", book#report] }\n',
  })
})

test('a key under entities, quoted or not', () => {
  const text =
    'entities:\n  "ada": { type: person, name: Ada }\n  null: { type: person, name: N }\n'
  const files = filesOf({ 'ontology.yaml': ontology, 'people/many.yaml': text })
  expect(changed(rename(files, 'ada', 'x'))).toEqual({
    'people/many.yaml': text.replace('"ada"', '"x"'),
  })
  expect(changed(rename(files, 'null', 'x'))).toEqual({
    'people/many.yaml': text.replace('null', 'x'),
  })
})

test('an id that is none gets one that is', () => {
  const files = filesOf({
    'ontology.yaml': ontology,
    'people/Ada L.yaml': 'type: person\nname: Ada\n',
    'people/bob.yaml': 'type: person\nname: Bob\nrelations: [{ leads: Ada L }]\n',
  })
  expect(changed(rename(files, 'Ada L', 'ada-l'))).toMatchObject({
    'people/Ada L.yaml': undefined,
    'people/ada-l.yaml': 'type: person\nname: Ada\n',
    'people/bob.yaml': 'type: person\nname: Bob\nrelations: [{ leads: ada-l }]\n',
  })
})

describe('is refused', () => {
  const base = {
    'ontology.yaml': ontology,
    'people/ada.yaml': 'type: person\nname: Ada Lovelace\nrelations: [{ leads: gone }]\n',
    'groups/imu.yaml': 'type: group\nname: IMU\nrelations: [{ led-by: "\\x61da" }]\n',
    'people/town.yaml': 'entities: { bob: { type: person, name: Bob } }\n',
    'sources/report.yaml': 'title: Report\n',
    'broken.yaml': 'type: person\nname: "of imu\n',
    'text.yaml': 'name: "imu-2, imu2, 2imu\n',
  }
  test.each([
    ['imuu', 'x', 'There is no entity or source with the id "imuu". Did you mean "imu"?', []],
    ['Ada Lovelace', 'x', 'Did you mean "ada"?', []],
    ['nothing-like-it', 'x', '"dossier find" looks for one.', []],
    ['ada', 'ada', 'has that id already', []],
    ['ada', 'Ada_L', 'Write small letters, digits and single hyphens', []],
    ['ada', 'null', 'YAML reads "null" as nothing', []],
    [
      'ada',
      'imu',
      'is taken. If they are one, "dossier merge ada into imu"',
      ['groups/imu.yaml:0'],
    ],
    ['ada', 'report', 'is taken. Choose another', ['sources/report.yaml:0']],
    ['ada', 'gone', 'would come to mean "ada"', ['people/ada.yaml:53']],
    ['ada', 'town', 'There is a file town.yaml already', []],
    ['ada', 'broken', 'There is a file broken.yaml already', []],
    ['bob', 'broken', 'There is a file broken.yaml already', []],
    ['broken', 'x', 'This file cannot be read', ['broken.yaml:0']],
    ['imu', 'x', 'in a file that cannot be read', ['broken.yaml:23']],
    ['ada', 'x', 'is written with escapes', ['groups/imu.yaml:44']],
  ])('%s to %s', (from, to, message, places) => {
    const refusal = rename(filesOf(base), from, to)
    if (!('refused' in refusal)) throw new Error('It was not refused.')
    expect(refusal.refused).toContain(message)
    expect(refusal.places.map(({ file, start }) => `${file}:${start}`)).toEqual(places)
  })

  test('a file at the top may not become the ontology', () => {
    const files = filesOf({ 'ada.yaml': 'type: person\nname: Ada\n' })
    expect(rename(files, 'ada', 'ontology')).toMatchObject({ refused: /no file for an entity/ })
    expect(rename(files, 'ada', 'identity')).toMatchObject({ refused: /no file for an entity/ })
  })

  test('an id that is declared twice', () => {
    const files = filesOf({
      'a/ada.yaml': 'type: person\nname: Ada\n',
      'b/ada.yaml': 'type: person\nname: Ada\n',
    })
    expect(rename(files, 'ada', 'x')).toMatchObject({
      refused: /more than once/,
      places: [{ file: 'a/ada.yaml' }, { file: 'b/ada.yaml' }],
    })
  })
})

function rename(files: readonly SourceFile[], from: string, to: string): Refactoring | Refusal {
  return renameEntity(files.map(parseDocument), from, to)
}

function changed(made: Refactoring | Refusal): Record<string, string | undefined> {
  if ('refused' in made) throw new Error(made.refused)
  return Object.fromEntries(made.changes.map(({ path, after }) => [path, after]))
}

test('views follow: ids, places and both ends of a relation', () => {
  const views = (ada: string, group: string) => `views:
  - name: ada
    show:
      entity: ${ada}
      hide: [${ada}, "${group}"]
      pin: ["${ada}:1:2", ${group}:3:4]
      find: ada
  - name: Its line
    show: { relation: ${ada}--leads--${group}, from: ${ada} }
  - name: Quoted
    show: { relation: "${ada}--leads--${group}--2" }
`
  const files = filesOf({
    'ontology.yaml': ontology,
    'people/ada.yaml': 'type: person\nname: Ada\nrelations: [{ leads: guild }]\n',
    'groups/guild.yaml': 'type: group\nname: Guild\n',
    'views.yaml': views('ada', 'guild'),
  })
  const once = applied(files, rename(files, 'ada', 'ada-lovelace'))
  const twice = applied(once, rename(once, 'guild', 'g'))
  expect(twice.find(({ path }) => path === 'views.yaml')?.text).toBe(views('ada-lovelace', 'g'))
})
