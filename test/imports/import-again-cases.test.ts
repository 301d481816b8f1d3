import { expect, test } from 'vitest'
import type { Imported, ImportedThing, ImportedTie } from '../../src/imports/imported.ts'
import { compiled } from '../graph/sources-of.ts'
import { type DataFolder, importedFolder, importInto } from './data-folder.ts'
import { doByHand, type HandEdit } from './hand-edits.ts'

const ada = thing('ada-lovelace', 'person', { name: 'Ada' })
const bob = thing('bob-burns', 'person', { name: 'Bob' })
const eve = thing('eve-stone', 'person', { name: 'Eve' })
const club = thing('chess-club', 'group', { name: 'Chess club' })

function thing(key: string, type: string, more: Partial<ImportedThing> = {}): ImportedThing {
  return { key, type, attributes: [], ...more }
}

function tie(source: string, relation: string, target: string, more: Partial<ImportedTie> = {}) {
  return { source, relation, target, citations: [], ...more }
}

function file(
  things: readonly ImportedThing[],
  ties: readonly ImportedTie[] = [],
  more: Partial<Imported> = {},
): Imported {
  const nothing = { types: new Map(), relations: new Map(), sources: new Map(), identity: [] }
  return { things, ties, ...nothing, ...more }
}

/** Imports, and holds the base to be sound afterwards. */
function importAgain(folder: DataFolder, imported: Imported) {
  const outcome = importInto(folder, imported)
  const { diagnostics } = compiled(Object.fromEntries(folder.files))
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ message, span }) => `${span.file}: ${message}`)).toEqual([])
  const told = outcome?.remarks.map(({ kind, count, example }) => `${count} ${kind}: ${example}`)
  return { told, left: outcome?.left.map(({ path, why }) => `${path}: ${why}`) }
}

function edit({ files }: DataFolder, path: string, from: string, to: string): void {
  const text = files.get(path) ?? ''
  expect(text).toContain(from)
  files.set(path, text.replace(from, to))
}

function move({ files }: DataFolder, from: string, to: string): void {
  files.set(to, files.get(from) ?? '')
  files.delete(from)
}

/** With the commands `dossier rename` and `dossier merge`. */
function refactor(folder: DataFolder, kind: HandEdit['kind'], from: string, to: string): void {
  const entities = [...folder.files.keys()].filter(
    (path) => !/^(sources|ontology|identity)/.test(path),
  )
  const at = (id: string) => entities.findIndex((path) => path.endsWith(`${id}.yaml`))
  doByHand(folder, { kind, at: at(from), other: Math.max(0, at(to)) }, to)
}

test('what leads to a deleted entity stays away with it, is told, and comes back with it', () => {
  const said = { saidBy: ['bob-burns'] }
  const rivals = [{ target: 'bob-burns', citations: [] }]
  const decision = { verdict: 'different', reason: 'Two.', citations: [] } as const
  const imported = file(
    [
      { ...ada, attributes: [{ name: 'rank', value: 'countess', citations: [], ...said }] },
      bob,
      eve,
    ],
    [
      tie('ada-lovelace', 'knows', 'bob-burns'),
      tie('ada-lovelace', 'knows', 'eve-stone', { ...said, rivals }),
      tie('bob-burns', 'knows', 'eve-stone'),
    ],
    { identity: [{ ...decision, entities: ['ada-lovelace', 'bob-burns'] }] },
  )
  const folder = importedFolder(imported)
  const whole = new Map(folder.files)
  folder.files.delete('person/bob-burns.yaml')
  const { told } = importAgain(folder, imported)
  expect(told).toEqual(['1 deleted-by-hand: bob-burns', '6 left-out-mentions: bob-burns'])
  expect(folder.files.get('person/ada-lovelace.yaml')).toBe(`type: person
name: Ada

attributes:
  rank: countess

relations:
  - knows: eve-stone
`)
  expect([...folder.files.keys()]).toEqual([
    'person/ada-lovelace.yaml',
    'person/eve-stone.yaml',
    'ontology.yaml',
  ])
  folder.files.set('person/bob-burns.yaml', whole.get('person/bob-burns.yaml') ?? '')
  importAgain(folder, imported)
  expect(new Map([...folder.files].sort())).toEqual(new Map([...whole].sort()))
})

test('what was deleted stays away also when it comes again, and its id is not given to another', () => {
  const folder = importedFolder(file([ada, bob]))
  folder.files.delete('person/bob-burns.yaml')
  importAgain(folder, file([ada]))
  importAgain(folder, file([ada, bob, thing('99', 'person', { name: 'Bob Burns' })]))
  expect([...folder.files.keys()].sort()).toEqual([
    'ontology.yaml',
    'person/ada-lovelace.yaml',
    'person/bob-burns-2.yaml',
  ])
})

test('nothing cites a source that was deleted', () => {
  const cites = (at: string) => [{ source: 'bbc', at }]
  const attributes = [{ name: 'rank', value: 'countess', citations: cites('p1') }]
  const sources = new Map([['bbc', { id: 'bbc', title: 'BBC' }]])
  const imported = file([{ ...ada, attributes }], [], { sources })
  const folder = importedFolder(imported)
  folder.files.delete('sources/bbc.yaml')
  expect(importAgain(folder, imported).told).toEqual([
    '1 deleted-by-hand: bbc',
    '1 left-out-mentions: ada-lovelace',
  ])
})

test('a renamed entity is followed in its file, also when that was moved, and in all that mention it', () => {
  const ties = [
    tie('ada-lovelace', 'knows', 'bob-burns'),
    tie('bob-burns', 'knows', 'ada-lovelace'),
  ]
  const folder = importedFolder(file([ada, bob], ties))
  move(folder, 'person/bob-burns.yaml', 'of my own/Öl/bob-burns.yaml')
  refactor(folder, 'rename', 'bob-burns', 'robert')
  refactor(folder, 'rename', 'ada-lovelace', 'ada')
  const summary = { summary: 'New.' }
  const { left } = importAgain(
    folder,
    file(
      [
        { ...ada, ...summary },
        { ...bob, ...summary },
      ],
      ties,
    ),
  )
  expect(left).toEqual([])
  expect(folder.files.get('of my own/Öl/robert.yaml')).toBe(
    'type: person\nname: Bob\nsummary: New.\n\nrelations:\n  - knows: ada\n',
  )
  expect(folder.files.get('person/ada.yaml')).toContain(
    'summary: New.\n\nrelations:\n  - knows: robert',
  )
  importAgain(folder, file([ada, bob], ties))
  expect([...folder.files.keys()].sort()).toEqual([
    'of my own/Öl/robert.yaml',
    'ontology.yaml',
    'person/ada.yaml',
  ])
})

test('what leads to an entity that was merged leads to the other one', () => {
  const ties = [tie('eve-stone', 'knows', 'ada-lovelace')]
  const folder = importedFolder(file([ada, bob, eve], ties))
  refactor(folder, 'merge', 'ada-lovelace', 'bob-burns')
  const more = [...ties, tie('eve-stone', 'likes', 'ada-lovelace')]
  const { told, left } = importAgain(folder, file([{ ...ada, summary: 'New.' }, bob, eve], more))
  expect([told, left]).toEqual([[], []])
  expect(folder.files.get('person/eve-stone.yaml')).toBe(
    'type: person\nname: Eve\n\nrelations:\n  - knows: bob-burns\n  - likes: bob-burns\n',
  )
  expect(folder.files.has('person/ada-lovelace.yaml')).toBe(false)
  expect(folder.files.get('person/bob-burns.yaml')).toContain('aliases: [Ada]')
  folder.files.delete('person/bob-burns.yaml')
  expect(importAgain(folder, file([ada, bob, eve], more)).told).toEqual([
    '1 deleted-by-hand: bob-burns',
    '2 left-out-mentions: ada-lovelace',
  ])
})

test.each([
  ['moved', 'mine/ada-lovelace.yaml', (text: string) => `${text}# Mine.\n`],
  [
    'put into a file with others',
    'mine/all.yaml',
    (text: string) => `entities:\n  ada-lovelace:\n${text.replace(/^/gm, '    ')}\n`,
  ],
])('an entity that was edited and %s is still itself', (_, path, make) => {
  const folder = importedFolder(file([ada, bob]))
  const text = make(folder.files.get('person/ada-lovelace.yaml') ?? '')
  folder.files.delete('person/ada-lovelace.yaml')
  folder.files.set(path, text)
  const ties = [tie('bob-burns', 'knows', 'ada-lovelace')]
  // Also where a type that changes would take the file to another folder.
  const { left } = importAgain(folder, file([{ ...ada, type: 'woman' }, bob], ties))
  expect(left).toHaveLength(1)
  expect([...folder.files.keys()].sort()).toEqual([path, 'ontology.yaml', 'person/bob-burns.yaml'])
  expect(folder.files.get(path)).toBe(text)
  expect(folder.files.get('person/bob-burns.yaml')).toContain('- knows: ada-lovelace')
})

test('what files of your own refer to is kept, with what it refers to in turn, for as long as they do', () => {
  const sources = new Map([['bbc', { id: 'bbc', title: 'BBC' }]])
  const rank = { name: 'rank', value: 'captain', citations: [{ source: 'bbc', at: 'p1' }] }
  const ties = [tie('bob-burns', 'member-of', 'chess-club'), tie('bob-burns', 'knows', 'eve-stone')]
  const first = file([ada, { ...bob, attributes: [rank] }, eve, club], ties, { sources })
  const folder = importedFolder(first)
  folder.files.set('mine.yaml', 'type: person\nname: I\nrelations: [{ knows: bob-burns }]\n')
  expect(importAgain(folder, file([ada])).left).toEqual([
    'group/chess-club.yaml: still-needed',
    'person/bob-burns.yaml: still-needed',
    'person/eve-stone.yaml: still-needed',
    'sources/bbc.yaml: still-needed',
  ])
  expect(importAgain(folder, file([ada])).left).toEqual([])
  // Nor is the id of what is kept given to another.
  importAgain(folder, file([ada, thing('7', 'person', { name: 'Bob Burns' })]))
  expect(folder.files.has('person/bob-burns-2.yaml')).toBe(true)
  folder.files.delete('mine.yaml')
  importAgain(folder, file([ada]))
  expect([...folder.files.keys()]).toEqual(['person/ada-lovelace.yaml', 'ontology.yaml'])
})

test('what a claim with a mistake refers to is kept, too', () => {
  const sources = new Map([['bbc', { id: 'bbc', title: 'BBC' }]])
  const first = file(
    [{ ...ada, attributes: [{ name: 'age', value: 7, citations: [{ source: 'bbc' }] }] }, bob],
    [],
    { sources },
  )
  const folder = importedFolder(first)
  edit(folder, 'person/ada-lovelace.yaml', 'value: 7', 'value: seven, said-by: bob-burns')
  expect(importInto(folder, file([ada]))?.left.map(({ path }) => path)).toEqual([
    'person/ada-lovelace.yaml',
    'person/bob-burns.yaml',
    'sources/bbc.yaml',
  ])
})

test('what an edited ontology has no room for is left out and told, until the ontology has it', () => {
  const folder = importedFolder(file([ada, bob], [tie('ada-lovelace', 'knows', 'bob-burns')]))
  edit(folder, 'ontology.yaml', '  knows:\n', '  knows:\n    acyclic: true\n    requires: [as]\n')
  edit(folder, 'ontology.yaml', 'person: {}', 'person: { label: Human, colour: "#123456" }')
  const as = { role: 'friend' }
  const later = file(
    [{ ...ada, attributes: [{ name: 'rank', value: 'countess', citations: [] }] }, bob, club],
    [
      tie('ada-lovelace', 'knows', 'bob-burns', as),
      tie('ada-lovelace', 'knows', 'chess-club', as),
      tie('ada-lovelace', 'leads', 'bob-burns'),
    ],
  )
  const { told } = importAgain(folder, later)
  expect(told).toEqual([
    '1 unfit-entities: chess-club',
    '2 unfit-claims: ada-lovelace--leads--bob-burns',
    '1 left-out-mentions: chess-club',
  ])
  const offered = folder.offered.get('ontology.yaml') ?? ''
  expect(offered).toBe(`name: sample

entities:
  group: {}
  person:
    label: Human
    colour: "#123456"
    attributes:
      rank: text

relations:
  knows:
    from: person
    to: [person, group]
    acyclic: true
    requires: [as]
  leads:
    from: person
    to: person
`)
  folder.files.set('ontology.yaml', offered)
  expect(importAgain(folder, later).told).toEqual([])
  expect(folder.files.get('group/chess-club.yaml')).toBe('type: group\nname: Chess club\n')
  expect(folder.files.get('ontology.yaml')).toBe(offered)
})

test('an entity that is called as the ontology is keeps out of its way', () => {
  const named = thing('7', 'person', { name: 'Ontology' })
  const folder = importedFolder(file([ada]))
  edit(folder, 'ontology.yaml', 'name: sample', 'name: Mine')
  importAgain(folder, file([ada, named]))
  expect(folder.files.get('person/ontology.yaml')).toBe('type: person\nname: Ontology\n')
  expect(folder.files.get('ontology.yaml')).toContain('name: Mine')
})

test('an entity that was given another type keeps its relations, and an event of another date, too', () => {
  const event = thing('raid-of-2012', 'raid', {
    name: 'Raid',
    date: { value: '2012-03', citations: [] },
  })
  const folder = importedFolder(file([ada, bob, club, event]))
  edit(folder, 'person/bob-burns.yaml', 'type: person', 'type: group')
  edit(folder, 'raid/raid-of-2012.yaml', '2012-03', '2011')
  const ties = [
    tie('ada-lovelace', 'knows', 'bob-burns'),
    tie('ada-lovelace', 'took-part-in', 'raid-of-2012', { when: '2012-03-17' }),
  ]
  importAgain(folder, file([ada, bob, club, event], ties))
  expect(folder.files.get('person/ada-lovelace.yaml')).toContain('note: "date: 2012-03-17"')
  expect(folder.files.get('ontology.yaml')).toContain('  knows:\n    from: person\n    to: group\n')
})

test('citations of a source that was edited keep to the places that it has', () => {
  const cites = (at: string) => ({ citations: [{ source: 'bbc', at }] })
  const sources = new Map([['bbc', { id: 'bbc', title: 'BBC', paragraphs: 4 }]])
  const ranks = ['p1', 'p4'].map((at) => ({ name: 'rank', value: at, ...cites(at) }))
  const imported = file([{ ...ada, attributes: ranks }], [], { sources })
  const folder = importedFolder(imported)
  edit(folder, 'sources/bbc.yaml', 'paragraphs: 4', 'paragraphs: 3')
  const outcome = importInto(folder, imported)
  expect(outcome?.remarks.map(({ kind, count }) => [kind, count])).toEqual([['left-out-places', 1]])
  expect(folder.files.get('person/ada-lovelace.yaml')).toContain('cite: bbc }')
  importAgain(folder, imported)
})

test.each([
  ['text', ['countess', 'king', 'queen'], 7],
  ['number', [1, 2, 3], 'seven'],
  ['date', ['2012-03-17', '2012-03', '2012-04'], 'seven'],
  ['url', ['https://a.example/', 'https://b.example/', 'https://c.example/'], 'seven'],
  ['{ one-of: [x, z] }', ['x', 'z', 'x', 'z', 'x', 'z'], 'a'],
])('what an attribute of kind %s could hold it can hold afterwards', (kind, values, other) => {
  const things = (said: readonly (string | number)[]) =>
    said.map((value, at) => {
      return thing(`person-${at}-x`, 'person', {
        attributes: [{ name: 'rank', value, citations: [] }],
      })
    })
  const folder = importedFolder(file(things(values)))
  expect(folder.files.get('ontology.yaml')).toContain(`rank: ${kind}`)
  folder.files.set('mine.yaml', `# Mine.\n${folder.files.get('person/person-0-x.yaml')}`)
  importAgain(folder, file(things(Array.from({ length: 9 }, () => other))))
  expect(folder.files.get('mine.yaml')).toContain('# Mine.')
  importAgain(folder, file([]))
})

test('a relation that has a direction now is another than the one on which people rely', () => {
  const folder = importedFolder(
    file([ada, bob], [tie('ada-lovelace', 'knows', 'bob-burns', { symmetric: true })]),
  )
  folder.files.set('mine.yaml', 'type: person\nname: I\nrelations: [{ knows: ada-lovelace }]\n')
  const directed = file([ada, bob], [tie('bob-burns', 'knows', 'ada-lovelace')])
  for (const _ of [1, 2]) {
    importAgain(folder, directed)
    expect(folder.files.get('person/bob-burns.yaml')).toContain('- knows-2: ada-lovelace')
    expect(folder.files.get('ontology.yaml')).toContain('  knows:\n    symmetric: true\n')
  }
})

const namesake = thing('99', 'person', { name: 'Bob Burns' })

test.each(['rename', 'merge'] as const)('an id that a %s has freed is given to nobody', (kind) => {
  const folder = importedFolder(file([ada, bob, eve]))
  refactor(folder, kind, 'bob-burns', kind === 'rename' ? 'robert' : 'ada-lovelace')
  importAgain(folder, file([ada, bob, eve, namesake]))
  expect(folder.manifest.ids.get('99')).toBe('bob-burns-2')
  expect(folder.files.has('person/bob-burns.yaml')).toBe(false)
  expect(folder.files.get('person/bob-burns-2.yaml')).toContain('Bob Burns')
})

test('an id that a file was freed of by hand is given to nobody', () => {
  const folder = importedFolder(file([ada, bob]))
  move(folder, 'person/bob-burns.yaml', 'person/robert.yaml')
  importAgain(folder, file([ada, bob, namesake]))
  expect(Object.fromEntries(folder.manifest.ids)).toEqual({
    '99': 'bob-burns-2',
    'ada-lovelace': 'ada-lovelace',
    'bob-burns': 'robert',
  })
})

test('an id waits for what a newer file has no more', () => {
  const folder = importedFolder(file([ada, bob]))
  importAgain(folder, file([ada]))
  importAgain(folder, file([ada, namesake]))
  expect(folder.files.has('person/bob-burns-2.yaml')).toBe(true)
  importAgain(folder, file([ada, namesake, bob]))
  expect(folder.files.get('person/bob-burns.yaml')).toContain('name: Bob\n')
})

test('who renames to an id that waits or was freed has it', () => {
  const folder = importedFolder(file([ada, bob, eve]))
  importAgain(folder, file([ada, bob]))
  refactor(folder, 'rename', 'ada-lovelace', 'eve-stone')
  importAgain(folder, file([ada, bob, eve]))
  expect(folder.files.get('person/eve-stone.yaml')).toContain('name: Ada\n')
  expect(folder.files.get('person/eve-stone-2.yaml')).toContain('name: Eve\n')
  refactor(folder, 'rename', 'eve-stone', 'ada-lovelace')
  importAgain(folder, file([ada, bob, eve]))
  expect(folder.files.get('person/ada-lovelace.yaml')).toContain('name: Ada\n')
  expect(folder.manifest.freed).toEqual(new Set(['eve-stone']))
})

test('a file of a newer version may say that an id is that of another key', () => {
  const folder = importedFolder(file([{ ...ada, key: 'x1', id: 'ada-lovelace' }, bob]))
  importAgain(folder, file([{ ...ada, key: 'x2', id: 'ada-lovelace' }, bob]))
  expect(folder.manifest.ids).toEqual(
    new Map([
      ['bob-burns', 'bob-burns'],
      ['x2', 'ada-lovelace'],
    ]),
  )
})

test('a decision that a merge has settled is not told as lost', () => {
  const decision = { verdict: 'same', reason: 'One.', citations: [] } as const
  const identity = [{ ...decision, entities: ['ada-lovelace', 'bob-burns'] }]
  const folder = importedFolder(file([ada, bob, eve], [], { identity }))
  refactor(folder, 'merge', 'bob-burns', 'ada-lovelace')
  expect(importAgain(folder, file([ada, bob, eve], [], { identity })).told).toEqual([])
})
