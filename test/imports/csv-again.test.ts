import { expect, test } from 'vitest'
import { importFormats } from '../../src/imports/formats.ts'
import { openReport } from '../../src/imports/import-report.ts'
import type { Imported } from '../../src/imports/imported.ts'
import { readImport } from '../../src/imports/read-import.ts'
import { importedFolder, importInto } from './data-folder.ts'

const people = ['name;type;born', 'Ada;person;1815', 'Bob;person;1820']
const ties = ['source;target;relation;since', 'Ada;Bob;knows;1833', 'Bob;Ada;wrote to;1835']

async function tables(...all: readonly (readonly string[])[]): Promise<Imported> {
  const inputs = all.map((rows, at) => ({
    name: `table-${at}.csv`,
    bytes: [Buffer.from(rows.join('\n'))],
  }))
  const read = await readImport(importFormats.csv, inputs, { report: openReport(), raw: false })
  if (!read.ok) throw new Error(read.problem)
  return read.imported
}

/** The rows with another behind the head. */
function withFirst([head = '', ...rows]: readonly string[], row: string): readonly string[] {
  return [head, row, ...rows]
}

test('rows that move change nothing, and what was edited by hand is told nothing of them', async () => {
  const folder = importedFolder(await tables(people, ties))
  const edited = `${folder.files.get('person/bob.yaml')}# By hand.\n`
  folder.files.set('person/bob.yaml', edited)
  const more = [withFirst(people, 'Eve;person;1830'), withFirst(ties, 'Eve;Ada;knows;1850')]
  const outcome = importInto(folder, await tables(...more))
  expect([...(outcome?.changes ?? [])].map(({ path }) => path).sort()).toEqual([
    'person/eve.yaml',
    'sources/sample.yaml',
  ])
  expect(outcome?.left).toEqual([])
})

test.each([
  ['of one table alone', [people]],
  ['of a table of ties alone', [ties]],
])('rows in another order are the same base: %s', async (_, all) => {
  const folder = importedFolder(await tables(...all))
  const turned = all.map(([head = '', ...rows]) => [head, ...rows.reverse()])
  expect(importInto(folder, await tables(...turned))?.changes).toEqual([])
})

const johns = ['name;type;born', 'John Smith;person;1901', 'John Smith;person;1950']

function bornOf({ files }: { readonly files: ReadonlyMap<string, string> }) {
  const born = (text: string) => /born: (?:\{ value: )?(\d+)/.exec(text)?.[1]
  const entities = [...files].filter(([path]) => path.startsWith('person/'))
  return Object.fromEntries(entities.map(([path, text]) => [path.slice(7, -5), born(text)]))
}

test('namesakes without ids keep theirs wherever their rows are', async () => {
  const folder = importedFolder(await tables(johns))
  expect(bornOf(folder)).toEqual({ 'john-smith': '1901', 'john-smith-2': '1950' })
  const [head = '', first = '', second = ''] = johns
  importInto(folder, await tables([head, 'Eve;person;1830', second, first]))
  expect(bornOf(folder)).toEqual({ eve: '1830', 'john-smith': '1901', 'john-smith-2': '1950' })
  importInto(folder, await tables([head, second, 'John Smith;person;1902']))
  expect(bornOf(folder)).toEqual({ 'john-smith': '1902', 'john-smith-2': '1950' })
  importInto(folder, await tables([head, 'John Smith;person;1999', second, first]))
  expect(bornOf(folder)).toEqual({
    ...{ 'john-smith-2': '1950', 'john-smith-3': '1999', 'john-smith-4': '1901' },
  })
})

test('who is alone with a name has it still when a namesake comes, and after that goes', async () => {
  const [head = '', first = '', second = ''] = johns
  const folder = importedFolder(await tables([head, second]))
  importInto(folder, await tables([head, first, second]))
  expect(bornOf(folder)).toEqual({ 'john-smith': '1950', 'john-smith-2': '1901' })
  importInto(folder, await tables([head, first]))
  expect(bornOf(folder)).toEqual({ 'john-smith-2': '1901' })
  importInto(folder, await tables([head, 'John Smith;person;1902']))
  expect(bornOf(folder)).toEqual({ 'john-smith-2': '1902' })
})

test('a namesake that was deleted is known again after its row has changed', async () => {
  const [head = '', first = '', second = ''] = johns
  const folder = importedFolder(await tables([head, first, second]))
  folder.files.delete('person/john-smith-2.yaml')
  importInto(folder, await tables([head, 'John Smith;person;1951', first]))
  expect(bornOf(folder)).toEqual({ 'john-smith': '1901' })
})
