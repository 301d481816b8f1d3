import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../src/documents/document.ts'
import { openChecker } from '../../src/model/check-model.ts'
import { told, toldInLines } from './told.ts'

const base = {
  'ontology.yaml': `name: Test
entities:
  actor: { abstract: true }
  person: { is: actor }
  monk: { is: person }
  group: { is: actor }
  ship: {}
  event: { dated: true }
relations:
  knows: { from: person, to: person }
`,
}

/** Entities `a`, `b`, `c` …, each with what is written of it. */
function entities(...bodies: string[]) {
  const lines = bodies.map((body, n) => `  ${'abcdefgh'[n]}: { ${body} }\n`)
  return { ...base, 'many.yaml': `entities:\n${lines.join('')}` }
}

function named(...names: string[]) {
  return entities(...names.map((name) => `type: person, name: ${name}`))
}

describe('a file that cannot be opened', () => {
  const cannotBeRead = (file: string) => ({
    code: 'not-utf8' as const,
    severity: 'error' as const,
    message: '',
    span: { file, start: 0, end: 0 },
    notes: [],
  })
  const texts = {
    ...base,
    'ada.yaml': 'type: person\nname: Ada\ncite: book\nrelations: [{ knows: bob }]\n',
  }
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  const codes = (told: { diagnostics: readonly { code: string }[] }) =>
    told.diagnostics.map(({ code }) => code)

  test('breaks no reference to the entity or source whose id it bears, until it is gone', () => {
    const check = openChecker()
    const broken = ['unknown-source', 'broken-reference']
    expect(codes(check({ files, diagnostics: [] }))).toEqual(broken)
    const unread = [cannotBeRead('bob.yaml'), cannotBeRead('sources/book.yaml')]
    expect(codes(check({ files, diagnostics: unread }))).toEqual(['not-utf8', 'not-utf8'])
    expect(codes(check({ files, diagnostics: [] }))).toEqual(broken)
  })

  test('is not missing where it is the ontology', () => {
    const withoutOntology = files.filter(({ path }) => path !== 'ontology.yaml')
    const unread = [cannotBeRead('ontology.yaml'), cannotBeRead('bob.yaml')]
    const check = openChecker()
    expect(codes(check({ files: withoutOntology, diagnostics: unread }))).not.toContain(
      'ontology-missing',
    )
    expect(codes(check({ files: withoutOntology, diagnostics: [] }))).toContain('ontology-missing')
  })
})

describe('a name in the place of an id', () => {
  const sought = (word: string) =>
    told({
      ...base,
      'bearers.yaml': `entities:
  hans: { type: person, name: Johann of Wismar, aliases: ["Hans, the Elder"] }
  eva: { type: person, name: Eva }
  eva-2: { type: monk, name: Éva }
`,
      'identity.yaml': 'different: [{ entities: [eva, eva-2], reason: Two. }]\n',
      'x.yaml': `type: person\nname: X\ncite: book\nrelations: [{ knows: ${word} }]\n`,
    })
      .filter(({ code }) => code === 'broken-reference')
      .map(({ message, fix }) => [/Did you mean "(.+)"/.exec(message)?.[1], fix !== undefined])

  test.each([
    ['Johann of Wismar', ['hans', true]],
    ['JOHANN OF WISMAR', ['hans', true]],
    ['"Hans, the Elder"', ['hans', true]],
    // Could be the id of one who is not there yet.
    ['johann-of-wismar', ['hans', false]],
    // Two bear it, and so the next in spelling is as good.
    ['"!!!"', [undefined, false]],
    ['Johann of Lübeck', [undefined, false]],
  ])('%s', (word, expected) => {
    expect(sought(word)).toEqual([expected])
  })

  test('that two bear is no certain one', () => {
    expect(sought('ÉVA')).not.toEqual([['eva-2', true]])
  })
})

describe('names', () => {
  test.each([
    [['Ada King', 'Ada King'], ['alias-collision Ada King (beside Ada King)']],
    [['Ada King', 'ADA-KING'], ['alias-collision ADA-KING (beside Ada King)']],
    [['Ada King', 'Adda King'], ['possible-duplicate Adda King (beside Ada King)']],
    [['Ada King', 'Ada Kong'], ['possible-duplicate Ada Kong (beside Ada King)']],
    [['Ada King', 'Ida Kong'], []],
    [['Ada King', 'Bob Dee'], []],
    // Numbers tell apart what else would be one.
    [['Voyage 17', 'Voyage 18'], []],
    [['Voyage 17', 'Voyagge 17'], ['possible-duplicate Voyagge 17 (beside Voyage 17)']],
    [['Raid 1 of 12', 'Raid 11 of 2'], []],
    [['Raid 1 of 2', 'Raid 1 off 2'], ['possible-duplicate Raid 1 off 2 (beside Raid 1 of 2)']],
    [['17 Raiders', 'A17 Raiders'], ['possible-duplicate A17 Raiders (beside 17 Raiders)']],
    // Signs alone are no name to go by.
    [['"???"', '"!!!"'], []],
    [['"???"', '"???"'], []],
    // Their hashes are equal by chance.
    [['Bebemebo', 'Loloduma'], []],
    [['"1st Raiders"', '"Raiders 1"'], []],
  ])('%j', (names, expected) => {
    expect(toldInLines(named(...names))).toEqual(expected)
  })

  test('two that share several names are told once', () => {
    const texts = entities(
      'type: person, name: Ada King, aliases: [Countess of Lovelace]',
      'type: person, name: Countess of Lovelace, aliases: [Ada King, Adda King]',
    )
    expect(told(texts).map(({ code }) => code)).toEqual(['alias-collision'])
  })

  test('each of several with one name is told once, with those before it', () => {
    const messages = told(named(...Array(6).fill('Ada King'))).map(({ message }) => message)
    expect(messages.map((message) => /also a name of (.*?)\./.exec(message)?.[1])).toEqual([
      '"a"',
      '"a" and "b"',
      '"a", "b" and "c"',
      '"a", "b", "c" and "d"',
      '"a", "b", "c", "d" and others',
    ])
  })

  test('what is the same and what is alike is told apart', () => {
    expect(toldInLines(named('Ada King', 'Ada Kong', 'Ada King', 'Adda King'))).toEqual([
      'possible-duplicate Ada Kong (beside Ada King)',
      'alias-collision Ada King (beside Ada King)',
      'possible-duplicate Ada King (beside Ada Kong)',
      'possible-duplicate Adda King (beside Ada King) (beside Ada Kong) (beside Ada King)',
    ])
  })

  test('types without an ancestor in common do not share a name', () => {
    const named = (...types: string[]) =>
      entities(...types.map((type) => `type: ${type}, name: Fram`))
    expect(toldInLines(named('ship', 'event'))).toEqual([])
    expect(toldInLines(named('monk', 'group'))).toHaveLength(1)
  })

  test('an alias of its own is no other entity', () => {
    expect(
      toldInLines(entities('type: person, name: Ada King, aliases: [Ada  King, Adda King]')),
    ).toEqual([])
  })

  test.each([
    ['type: group', true],
    ['type: person', true],
    ['type: monk', true],
    ['type: ship', false],
    ['type: event', false],
    ['type: person, unnamed: true', false],
  ])('a person and another entity (%s) of one name are told: %s', (rest, isTold) => {
    const texts = entities('type: person, name: Ada King', `${rest}, name: Ada King`)
    expect(toldInLines(texts)).toHaveLength(isTold ? 1 : 0)
  })

  test.each([
    ['Mаrgarethe', ['mixed-script Mаrgarethe']],
    ['Маргарета', []],
    ['Μαργαρίτα', []],
    ['"Ada Μαργαρίτα"', []],
    ['"Ada-Маргарета"', []],
    ['"Zoë Маргαρета"', ['mixed-script "Zoë Маргαρета"']],
    ['Margαrethe', ['mixed-script Margαrethe']],
  ])('the letters of %s', (name, expected) => {
    expect(toldInLines(named(name))).toEqual(expected)
  })

  test('the word and its scripts are named, in an alias too', () => {
    const [first] = told(entities('type: person, name: Zoë, aliases: [Zoë Witte, Zoë Mаrgarethe]'))
    expect(first?.at).toBe('Zoë Mаrgarethe]')
    expect(first?.message).toContain('The word "Mаrgarethe" mixes Latin and Cyrillic letters')
    const [other] = told(named('Маргαρета'))
    expect(other?.message).toContain('mixes Cyrillic and Greek letters')
  })
})

describe('names after an edit', () => {
  /** What one checker tells of each state in turn; it remembers the names of the last one. */
  function inTurn(...states: Readonly<Record<string, string>>[]): string[][] {
    const check = openChecker()
    return states.map((texts) => {
      const files: SourceFile[] = Object.entries({ ...base, ...texts }).map(([path, text]) => ({
        path,
        text,
      }))
      return check({ files, diagnostics: [] }).diagnostics.map(({ message }) => message)
    })
  }
  const person = (name: string, note = '') => `type: person\nname: ${name}\n${note}`
  const collision = (id: string) => [expect.stringContaining(`is also a name of "${id}"`)]

  test('one that changes is compared again', () => {
    expect(
      inTurn(
        { 'a.yaml': person('Ada King'), 'b.yaml': person('Bob Dee') },
        { 'a.yaml': person('Ada King'), 'b.yaml': person('Ada King') },
        { 'a.yaml': person('Bob Dee'), 'b.yaml': person('Ada King') },
      ),
    ).toEqual([[], collision('a'), []])
  })

  test('an alias that becomes an entity of its own is compared', () => {
    expect(
      inTurn(
        { 'a.yaml': person('Ada King', 'aliases: [Adda King]\n') },
        { 'a.yaml': person('Ada King'), 'b.yaml': person('Adda King') },
        { 'a.yaml': person('Ada King', 'aliases: [Adda King]\n') },
      ),
    ).toEqual([[], [expect.stringContaining('in another spelling')], []])
  })

  test('one that stays is told where it stands now', () => {
    const states = [
      { 'a.yaml': person('Ada King'), 'b.yaml': person('Ada King') },
      { 'a.yaml': person('Ada King', 'summary: New.\n'), 'b.yaml': person('Ada King') },
      { 'a.yaml': person('Ada King'), 'c.yaml': person('Ada King') },
      { 'b.yaml': person('Ada King'), 'c.yaml': person('Ada King') },
      { 'c.yaml': person('Ada King') },
    ]
    expect(inTurn(...states)).toEqual([
      collision('a'),
      collision('a'),
      collision('a'),
      collision('b'),
      [],
    ])
  })
})

describe('decisions', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const distinct = named('Ada', 'Bertha', 'Chrodegang', 'Dietmund', 'Engelbert', 'Friedegund')
  const identity = (decisions: Readonly<Record<string, readonly string[]>>) => ({
    'identity.yaml': Object.entries(decisions)
      .map(
        ([verdict, groups]) =>
          `${verdict}:\n${groups.map((group) => `  - { entities: [${group}], reason: So. }\n`).join('')}`,
      )
      .join(''),
  })
  const contradictions = (decisions: Readonly<Record<string, readonly string[]>>) =>
    told({ ...distinct, ...identity(decisions) }).map(({ message, notes }) => [
      message.replace(' Keep one decision.', ''),
      ...notes,
    ])
  const line = (group: string) => `entities: [${group}], reason: So.`

  test.each([
    [
      { same: ['a, b'], different: ['a, b'] },
      '"a" and "b" are "different" here and "same" elsewhere.',
      'a, b',
    ],
    [
      { same: ['a, b'], undecided: ['b, a'] },
      '"a" and "b" are "undecided" here and "same" elsewhere.',
      'a, b',
    ],
    [
      { different: ['a, b'], undecided: ['b, a'] },
      '"a" and "b" are "undecided" here and "different" elsewhere.',
      'a, b',
    ],
    [
      { same: ['a, b', 'b, c'], different: ['a, c'] },
      '"a" and "c" are "different" here and "same" elsewhere, by way of others.',
      'b, c',
    ],
    [
      { same: ['e, f', 'a, b', 'c, d', 'b, d'], undecided: ['a, c'] },
      '"a" and "c" are "undecided" here and "same" elsewhere, by way of others.',
      'c, d',
    ],
    [
      { same: ['b, c', 'a, b', 'a, c'], different: ['c, a'] },
      '"a" and "c" are "different" here and "same" elsewhere.',
      'a, c',
    ],
    [
      { same: ['c, d'], different: ['a, b, c, d'] },
      '"c" and "d" are "different" here and "same" elsewhere.',
      'c, d',
    ],
    [
      { different: ['b, c, d'], undecided: ['a, d, b'] },
      '"b" and "d" are "undecided" here and "different" elsewhere.',
      'b, c, d',
    ],
  ])('%j', (decisions, message, other) => {
    expect(contradictions(decisions)).toEqual([
      [message, expect.stringMatching(`^\\{ ${line(other).replaceAll(/[[\].]/g, '\\$&')}`)],
    ])
  })

  test.each([
    { same: ['a, b', 'c, d'], different: ['a, c', 'b, d'] },
    { same: ['a, b'], different: ['a, c'], undecided: ['b, c'] },
    { different: ['a, b', 'b, c'], undecided: ['a, c'] },
    { different: ['a, b', 'a, b'], undecided: ['c, d', 'c, d'] },
    { same: ['a, b', 'b, c', 'a, c'] },
  ])('%j is no contradiction', (decisions) => {
    expect(contradictions(decisions)).toEqual([])
  })

  test('of three that two decisions are on each pair is told that stands in a row', () => {
    expect(
      contradictions({ different: ['a, b, c'], undecided: ['a, b, c'] }).map(([message]) =>
        message?.slice(0, 11),
      ),
    ).toEqual(['"a" and "b"', '"a" and "c"'])
  })

  test('each group that is made one contradicts by itself', () => {
    expect(
      contradictions({ same: ['a, b', 'c, d'], different: ['a, b, c, d'] }).map(([message]) =>
        message?.slice(0, 11),
      ),
    ).toEqual(['"a" and "b"', '"c" and "d"'])
  })

  test('long chains of the same lead to one', () => {
    const chain = ids.slice(1).map((id, n) => `${ids[n]}, ${id}`)
    for (const same of [chain, chain.toReversed()]) {
      expect(contradictions({ same, different: ['a, f'] })).toHaveLength(1)
      expect(
        contradictions({ same: same.filter((group) => group !== 'c, d'), different: ['a, f'] }),
      ).toEqual([])
    }
  })

  test.each(['same', 'different', 'undecided'])(
    'that two are %s settles their names',
    (verdict) => {
      const namesakes = named('Ada King', 'Ada King', 'Ada King')
      const codes = (group: string) =>
        told({ ...namesakes, ...identity({ [verdict]: [group] }) }).map(
          ({ message }) => /also a name of (.*?)\./.exec(message)?.[1],
        )
      expect(codes('a, b, c')).toEqual([])
      expect(codes('a, b')).toEqual(['"a" and "b"'])
      expect(codes('b, c')).toEqual(['"a"', '"a"'])
    },
  )

  test('two decisions with a name each settle nothing between the two', () => {
    const namesakes = named('Ada King', 'Ada King', 'Bob Dee', 'Carl Emm')
    const codes = told({ ...namesakes, ...identity({ different: ['a, c', 'b, d'] }) })
    expect(codes.map(({ code }) => code)).toEqual(['alias-collision'])
  })

  test.each([
    [['person', 'group'], 'a, b', []],
    [['person', 'ship'], 'a, b', ['"a" (person) and "b" (ship)']],
    [
      ['person', 'group', 'ship', 'event'],
      'a, b, c, d',
      ['"a" (person) and "c" (ship)', '"a" (person) and "d" (event)'],
    ],
    [['monk', 'group'], 'a, b', []],
    [['ship', 'event'], 'a, b', ['"a" (ship) and "b" (event)']],
    [['person', 'spectre'], 'a, b', []],
    [['spectre', 'person'], 'a, b', []],
    [['person'], 'a, b', []],
    [['person'], 'z, a', []],
  ])('that entities of the types %j are the same', (types, group, expected) => {
    const distinctNames = ['Ada', 'Bertha', 'Chrodegang', 'Dietmund']
    const texts = entities(...types.map((type, n) => `type: ${type}, name: ${distinctNames[n]}`))
    const messages = told({ ...texts, ...identity({ same: [group] }) })
      .filter(({ code }) => code === 'contradicts-identity')
      .map(({ message }) => message.split(' cannot be')[0])
    expect(messages).toEqual(expected)
    expect(
      told({ ...texts, ...identity({ different: [group] }) }).map(({ code }) => code),
    ).not.toContain('contradicts-identity')
  })
})
