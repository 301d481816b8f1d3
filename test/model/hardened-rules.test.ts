import { describe, expect, test } from 'vitest'
import { suggestAmong } from '../../src/model/suggest-among.ts'
import { foldCase } from '../../src/text/fold.ts'
import { compiled } from '../graph/sources-of.ts'

const base = {
  'ontology.yaml': `name: Test
entities:
  person: { attributes: { born: date, state: { one-of: [free, bound] }, age: number } }
  group: {}
  event: { dated: true }
relations:
  leads: { inverse: led-by, from: person, to: group, at-most: 2 }
  married-to: { symmetric: true, from: person, to: person, at-most: 1 }
  part-of: { from: group, to: group, acyclic: true }
  killed: { from: event, to: person, ends: target }
  met: { from: event, to: person }
`,
  'sources/report.yaml': 'title: Report\n',
}

describe('names and decisions', () => {
  test('names without letters and digits do not collide, whatever their signs', () => {
    expect(
      codesOf(entities('a: { type: person, name: "???" }', 'b: { type: person, name: "!!!" }')),
    ).toEqual([])
  })

  test('names of 20,000 characters that differ by one letter are not compared by their variants', () => {
    const long = 'ab'.repeat(10_000)
    const names = [`${long}c`, `${long}d`]
    expect(
      codesOf(entities(...names.map((name, n) => `p${n}: { type: person, name: ${name} }`))),
    ).toEqual([])
  })

  test('six thousand namesakes in one decision are decided', () => {
    const ids = Array.from({ length: 6_000 }, (_, n) => `p${n}`)
    const texts = {
      ...entities('p0: { type: person, name: Ada }', 'p5999: { type: person, name: Ada }'),
      'identity.yaml': `different:\n  - entities: [${ids.join(', ')}]\n    reason: No kin.\n`,
    }
    const codes = codesOf(texts)
    expect(codes).not.toContain('alias-collision')
    expect(codes.filter((code) => code !== 'broken-reference')).toEqual([])
  })

  test('who is the same as a third is the same', () => {
    const [contradiction, ...more] = told({
      ...people('a', 'b', 'c', 'd'),
      'identity.yaml': `same:
  - { entities: [a, b], reason: One seal. }
  - { entities: [b, c], reason: One hand. }
different:
  - { entities: [a, c], reason: Two graves. }
  - { entities: [a, d], reason: Two houses. }
undecided:
  - { entities: [d, a], reason: Two letters. }
`,
    })
    expect(contradiction?.message).toBe(
      '"a" and "c" are "different" here and "same" elsewhere, by way of others. Keep one decision.',
    )
    expect(more.map(({ message }) => message)).toEqual([
      '"a" and "d" are "undecided" here and "different" elsewhere. Keep one decision.',
    ])
  })

  test('a decision is on two entities, and not on one named twice', () => {
    const texts = {
      ...people('a'),
      'identity.yaml': 'same:\n  - { entities: [a, a], reason: None. }\n',
    }
    expect(codesOf(texts)).toEqual(['wrong-value'])
  })

  test.each([
    ['राम', 'रमा', false],
    ['か', 'が', false],
    ['Málaga', 'malaga', true],
    ['Йосиф', 'йосиф', true],
    ['مُحَمَّد', 'محمد', true],
    ['שָׁלוֹם', 'שלום', true],
    ['☀️', '☀', true],
  ])('%s and %s: the same folded? %s', (a, b, same) => {
    expect(foldCase(a) === foldCase(b)).toBe(same)
  })
})

describe('at most', () => {
  const leads = (...dates: string[]) => ({
    ...entities(
      ...dates.map((_, n) => `g${n}: { type: group, name: G${n} }`),
      `ada: { type: person, name: Ada, cite: report, relations: [${dates
        .map((when, n) => `{ leads: g${n}, when: ${when} }`)
        .join(', ')}] }`,
    ),
  })

  test.each([
    [['2001/2003', '2008/2010', '2000/2012'], 0],
    [['2000/2012', '2001/2003', '2008/2010'], 0],
    [['2000/2012', '2001/2009', '2002/2010'], 1],
    [['2002/2010', '2001/2009', '2000/2012'], 1],
    [['2000/2002', '2000/2002', '2000/2012', '2005/2007', '2005/2007'], 2],
  ])('two at a time of %j: %i more', (dates, more) => {
    expect(codesOf(leads(...dates))).toEqual(Array.from({ length: more }, () => 'too-many'))
  })

  test('a symmetric relation counts at both ends', () => {
    const texts = {
      ...people('b'),
      ...entities(
        'a: { type: person, name: A, relations: [{ married-to: b, cite: report }] }',
        'c: { type: person, name: C, relations: [{ married-to: b, cite: report }] }',
      ),
    }
    expect(told(texts).map(({ message }) => message)).toEqual([
      expect.stringContaining('"b" may have only 1 "married-to" at a time'),
    ])
  })
})

describe('dates of events', () => {
  const raid = (when: string, confidence = '') => ({
    'raid.yaml': `type: event\nname: Raid\nwhen: { value: ${when}, cite: report${confidence} }
relations: [{ killed: ada, cite: report }]\n`,
    'feast.yaml':
      'type: event\nname: Feast\nwhen: { value: 2012, cite: report }\nrelations: [{ met: ada, cite: report }]\n',
    ...people('ada'),
  })

  test('a death of which the date is doubtful ends nothing for sure', () => {
    expect(codesOf(raid('2010'))).toEqual(['after-end'])
    expect(codesOf(raid('2010', ', confidence: doubtful'))).toEqual([])
  })

  test('a person with a date lends it to no relation', () => {
    const texts = {
      ...people('b'),
      'ada.yaml':
        'type: person\nname: Ada\nwhen: 2001\ncite: report\nrelations: [{ married-to: b }]\n',
    }
    const { diagnostics, graph } = compiled({ ...base, ...texts })
    expect(diagnostics.map(({ code }) => code)).toEqual(['undated-type'])
    expect(graph.mapEdges((_, { when }) => when)).toEqual([undefined])
  })
})

test.each([
  ['attributes: { born: { value: 2001, rivals: [{ value: soon, cite: report }] } }', ['bad-date']],
  ['attributes: { born: { value: 2001, rivals: [{ value: 2002, cite: report }] } }', []],
  [
    'attributes: { state: { value: free, rivals: [{ value: lost, cite: report }] } }',
    ['wrong-value'],
  ],
  ['attributes: { age: { value: 1, rivals: [{ target: b, cite: report }] } }', ['unknown-key']],
  ['relations: [{ married-to: b, rivals: [{ value: 7, cite: report }] }]', ['unknown-key']],
  ['relations: [{ married-to: b, rivals: [{ target: c, cite: report }] }]', []],
  ['relations: [{ married-to: b, rivals: [{ note: So., cite: report }] }]', ['missing-key']],
  ['relations: [{ married-to: [] }]', ['wrong-value']],
])('%s', (claim, codes) => {
  const texts = {
    ...people('b', 'c'),
    'ada.yaml': `type: person\nname: Ada\ncite: report\n${claim}\n`,
  }
  expect(codesOf(texts)).toEqual(codes)
})

test('a rival of the date of an event is a date', () => {
  const event = (rival: string) =>
    entities(
      `e: { type: event, name: E, when: { value: 2001, cite: report, rivals: [{ value: ${rival}, cite: report }] } }`,
    )
  expect(codesOf(event('2002'))).toEqual([])
  expect(codesOf(event('soon'))).toEqual(['bad-date'])
})

describe('both ends', () => {
  const ends = (theirs: readonly string[], ours: readonly string[]) => ({
    'ada.yaml': `type: person\nname: Ada\ncite: report\nrelations:\n${theirs.map((rest) => `  - { leads: g${rest} }\n`).join('')}`,
    'g.yaml': `type: group\nname: G\ncite: report\nrelations:\n${ours.map((rest) => `  - { led-by: ada${rest} }\n`).join('')}`,
  })

  test.each([
    ['2001/2003', '2001/2004', ['conflicting-ends']],
    ['2001', '2001-03', ['conflicting-ends']],
    ['2001/2003', '2005/2006', []],
    ['2001/2003', '2003/2005', []],
    ['2001/2003', '2001/2003', []],
  ])('%s at one and %s at the other', (a, b, codes) => {
    expect(codesOf(ends([`, when: ${a}`], [`, when: ${b}`]))).toEqual(codes)
  })

  test('two thousand roles at each end are told once for each later relation', () => {
    const roles = (letter: string) =>
      Array.from({ length: 2_000 }, (_, n) => `, when: 2001, as: ${letter}${n}`)
    const codes = codesOf(ends(roles('a'), roles('b')))
    expect(codes.filter((code) => code === 'conflicting-ends')).toHaveLength(2_000)
  })
})

describe('the ontology', () => {
  const ontology = (entityTypes: string) => ({
    'ontology.yaml': `name: Test\nentities:\n${entityTypes}relations: { knows: { from: t0, to: t0 } }\n`,
    'sources/report.yaml': 'title: Report\nallow: { unused-source: Kept. }\n',
  })
  const chain = (length: number, top: string) =>
    Array.from({ length }, (_, n) => `  t${n}: { is: ${n === length - 1 ? top : `t${n + 1}`} }\n`)

  test('a chain of twenty thousand types is told to be too deep', () => {
    const texts = ontology(`  top: {}\n${chain(20_000, 'top').join('')}`)
    expect(new Set(codesOf(texts))).toEqual(new Set(['unsupported-yaml', 'wrong-value']))
    expect(codesOf(ontology(`  top: {}\n${chain(31, 'top').join('')}`))).toEqual([])
  })

  test('a circle of many types is told by its beginning and its end', () => {
    const messages = told(ontology(chain(30, 't0').join(''))).map(({ message }) => message)
    expect(messages).toEqual([
      'A type cannot be its own ancestor: t0 is t1 is t2 is … is t28 is t29 is t0 (30 in all). Remove one "is".',
    ])
  })

  test.each(['{ one-of: [] }', '{ one-of: [a], list: text }'])('an attribute %s', (type) => {
    expect(codesOf(ontology(`  t0: { attributes: { x: ${type} } }\n`))).toEqual(['wrong-value'])
  })
})

test('of a long circle the message tells the beginning, the end and the length', () => {
  const groups = Array.from(
    { length: 20 },
    (_, n) =>
      `g${n}: { type: group, name: G${n}, relations: [{ part-of: g${(n + 1) % 20}, cite: report }] }`,
  )
  expect(told(entities(...groups)).map(({ message }) => message)).toEqual([
    '"part-of" may not run in a circle, and here it does: g0 → g1 → g2 → … → g18 → g19 → g0 (20 in all). One of these is wrong: remove it, or turn it round.',
  ])
})

describe('an event in the time of another', () => {
  const ontology = (within: string) => ({
    'ontology.yaml': `name: T\nentities: { event: { dated: true } }\nrelations: { part-of: { inverse: has-part, from: event, to: event${within} } }\n`,
  })
  const two = (part: string, whole: string, relation = 'part-of: war') =>
    entities(
      `raid: { type: event, name: Raid, when: ${part}, cite: report, relations: [{ ${relation} }] }`,
      `war: { type: event, name: War, when: ${whole}, cite: report }`,
    )

  test.each([
    ['2011-04', '2012', ', within: target', ['outside-event']],
    ['2011-04', '2011/2012', ', within: target', []],
    ['2011-04', '../2012', ', within: target', []],
    ['2011-04', '2012', '', []],
    ['2012-04', '2012', ', within: source', []],
    ['2012-04', '2013', ', within: source', ['outside-event']],
  ])('%s in %s%s', (part, whole, within, codes) => {
    expect(codesOf({ ...ontology(within), ...two(part, whole) })).toEqual(codes)
  })

  test('names the part and the whole, whichever end the relation is written at', () => {
    const messages = [
      told({ ...ontology(', within: target'), ...two('2011', '2012') }),
      told({ ...ontology(', within: source'), ...two('2012', '2011', 'has-part: war') }),
    ].map(([first]) => first?.message)
    expect(messages).toEqual([
      '"part-of" says that "raid" was in the time of "war", but 2011 is not in 2012. Mend one of the dates, or this relation.',
      '"part-of" says that "raid" was in the time of "war", but 2012 is not in 2011. Mend one of the dates, or this relation.',
    ])
  })
})

describe('suggestions for many unknown words', () => {
  const ontology = (size: number) => {
    const names = Array.from({ length: size }, (_, n) => `name-${n}`)
    return `name: Test
entities:
  person: { attributes: { born: date, ${names.map((name) => `${name}: text`).join(', ')} } }
${names.map((name) => `  ${name}: {}\n`).join('')}relations:
  knows: { from: person, to: person }
${names.map((name) => `  r-${name}: { from: person, to: person }\n`).join('')}`
  }

  test.each([
    'type: persn',
    'type: person, attributes: { brn: 2001 }',
    'type: person, relations: [{ knws: e2 }]',
  ])('%s is told what was meant, but not in an ontology that nobody has', (body) => {
    const entity = entities(`e1: { name: N, cite: report, ${body} }`)
    const of = (size: number) =>
      told({ 'ontology.yaml': ontology(size), ...entity })
        .map(({ message }) => message)
        .filter((message) => message.startsWith('The ontology has no'))
    expect(of(1_000).join()).toContain('Did you mean')
    expect(of(5_001)).toHaveLength(1)
    expect(of(5_001).join()).not.toContain('Did you mean')
  })

  test('broken references get one each, and all none where there are too many', () => {
    const known = new Map(Array.from({ length: 400 }, (_, n) => [`known-entity-${n}`, n]))
    const words = (count: number) => Array.from({ length: count }, (_, n) => `knownentity-${n}`)
    expect(suggestAmong(words(2), known).get('knownentity-1')?.text).toBe('known-entity-1')
    expect(suggestAmong(words(10_001), known).size).toBe(0)
  })
})

function told(texts: Record<string, string>) {
  const { diagnostics } = compiled({ ...base, ...texts })
  return diagnostics.filter(({ code }) => code !== 'unused-source')
}

function codesOf(texts: Record<string, string>): string[] {
  return told(texts).map(({ code }) => code)
}

function entities(...lines: string[]): Record<string, string> {
  return { 'many.yaml': `entities:\n${lines.map((line) => `  ${line}\n`).join('')}` }
}

function people(...ids: string[]): Record<string, string> {
  return Object.fromEntries(
    ids.map((id) => [`people/${id}.yaml`, `type: person\nname: ${id.toUpperCase()}\n`]),
  )
}
