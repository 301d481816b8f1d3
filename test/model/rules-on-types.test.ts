import { describe, expect, test } from 'vitest'
import { told, toldInLines } from './told.ts'

const base = {
  'ontology.yaml': `name: Test
entities:
  actor: { abstract: true }
  person: { is: actor }
  monk: { is: person }
  group: { is: actor }
  office: { abstract: true }
  place: {}
relations:
  leads: { inverse: led-by, from: person, to: group }
  twinned-with: { symmetric: true, from: group, to: place }
  near: { symmetric: true, from: place, to: place }
  part-of: { from: place, to: place, acyclic: true }
  beside: { from: place, to: place }
  owes: { from: actor, to: actor, requires: [cite, said-by, confidence, as, when] }
  lends: { inverse: borrows, from: actor, to: actor, requires: [confidence] }
`,
  'sources/report.yaml': 'title: Report\n',
  'many.yaml': `cite: report
entities:
  ada: { type: person, name: Ada }
  bede: { type: monk, name: Bede }
  g: { type: group, name: Guild }
  h: { type: group, name: Hospital }
  rome: { type: place, name: Rome }
  ghost: { type: spectre, name: Ghost }
`,
}

/** One more entity, `x`, of this type and with these relations. */
function entity(type: string, ...claims: string[]) {
  const relations = claims.map((claim) => `{ ${claim} }`).join(', ')
  return {
    ...base,
    'x.yaml': `type: ${type}\nname: Xenia\ncite: report\nrelations: [${relations}]\n`,
  }
}

const unknown = expect.stringMatching(/^unknown-type spectre/)

describe('ends', () => {
  test.each([
    ['person', 'leads: g', undefined],
    ['monk', 'leads: g', undefined],
    ['group', 'led-by: bede', undefined],
    ['group', 'leads: h', 'wrong-domain leads: h (beside type: group)'],
    ['person', 'leads: ada', 'wrong-range ada (beside ada: { type: person, name: Ada)'],
    ['person', 'led-by: bede', 'wrong-domain led-by: bede (beside type: person)'],
    ['place', 'leads: rome', 'wrong-domain leads: rome (beside type: place)'],
    // From either end, as long as one end is of each kind.
    ['group', 'twinned-with: rome', undefined],
    ['place', 'twinned-with: g', undefined],
    ['place', 'twinned-with: rome', 'wrong-range rome (beside rome: { type: place, name: Rome)'],
    ['group', 'twinned-with: g', 'wrong-domain twinned-with: g (beside type: group)'],
    ['person', 'twinned-with: g', 'wrong-domain twinned-with: g (beside type: person)'],
    // One of unknown type is told once, as such.
    ['person', 'leads: ghost', undefined],
    ['place', 'leads: ghost', 'wrong-domain leads: ghost (beside type: place)'],
  ])('a %s with %s', (type, claim, expected) => {
    const lines = toldInLines(entity(type, claim))
    expect(lines).toEqual(expect.arrayContaining([unknown]))
    expect(lines.filter((line) => !line.startsWith('unknown-type'))).toEqual(
      expected === undefined ? [] : [expected],
    )
  })

  test('an end of a type that the ontology does not have takes all', () => {
    const texts = (from: string, to: string) => ({
      ...entity('place', 'about: ada'),
      'ontology.yaml': `${base['ontology.yaml']}  about: { from: ${from}, to: ${to} }\n`,
    })
    const codes = (from: string, to: string) =>
      told(texts(from, to))
        .map(({ code }) => code)
        .filter((code) => code.startsWith('wrong'))
    expect(codes('place', 'person')).toEqual([])
    expect(codes('place', 'nothing')).toEqual([])
    expect(codes('nothing', 'person')).toEqual([])
    expect(codes('place', 'group')).toEqual(['wrong-range'])
    expect(codes('group', 'person')).toEqual(['wrong-domain'])
  })

  test.each([
    ['group', 'leads: ada', 'Did you mean "led-by"?'],
    ['person', 'led-by: g', 'Did you mean "leads"?'],
  ])('a %s with %s is told what was meant', (type, claim, hint) => {
    expect(told(entity(type, claim)).map(({ message }) => message)).toContainEqual(
      expect.stringContaining(hint),
    )
  })

  test.each([
    ['group', 'leads: h', '"leads" runs from person, but "x" is of type "group".'],
    ['group', 'leads: rome', '"leads" runs from person, but "x" is of type "group".'],
    ['place', 'leads: ada', '"leads" runs from person, but "x" is of type "place".'],
    ['person', 'leads: ada', '"leads" runs to group, but "ada" is of type "person".'],
    ['person', 'led-by: bede', '"led-by" runs from group, but "x" is of type "person".'],
    ['group', 'led-by: h', '"led-by" runs to person, but "h" is of type "group".'],
  ])('a %s with %s: %s', (type, claim, message) => {
    const messages = told(entity(type, claim)).map((problem) => problem.message)
    const said = messages.find((one) => one.startsWith(message))
    const [, relation, end, found] = /"(.+)" runs (from|to) .* type "(.+)"/.exec(message) ?? []
    const side = end === 'from' ? 'from' : 'to'
    expect(said).toMatch(
      said?.includes('Did you mean')
        ? /"(leads|led-by)"\?$/
        : new RegExp(`add "${found}" to the "${side}" of "${relation}" in ontology.yaml.$`),
    )
  })
})

describe('types', () => {
  test('an abstract one is told with what is below it', () => {
    const [first] = told(entity('actor')).filter(({ code }) => code === 'abstract-type')
    expect(first?.message).toBe(
      '"actor" is abstract: it only groups other types. Choose group, monk or person.',
    )
    const [other] = told(entity('office')).filter(({ code }) => code === 'abstract-type')
    expect(other?.message).toBe('"office" is abstract: it only groups other types. Choose another.')
  })

  test('without an ontology that is the problem, and not each type', () => {
    const texts = { ...entity('person'), 'ontology.yaml': 'name: Test\n' }
    expect(told(texts).filter(({ code }) => code === 'unknown-type')).toEqual([])
  })
})

describe('circles', () => {
  const places = (steps: Readonly<Record<string, readonly string[]>>, relation = 'part-of') => ({
    ...base,
    'places.yaml': `cite: report\nentities:\n${Object.entries(steps)
      .map(
        ([id, targets]) =>
          `  ${id}: { type: place, name: ${id.toUpperCase()}, relations: [${targets.map((target) => `{ ${relation}: ${target} }`).join(', ')}] }\n`,
      )
      .join('')}`,
  })
  const circles = (steps: Readonly<Record<string, readonly string[]>>, relation?: string) =>
    told(places(steps, relation))
      .filter(({ code }) => code !== 'unknown-type')
      .map(({ code, message }) => `${code} ${/does: (.*?)\./.exec(message)?.[1]}`)

  test.each([
    [{ a: ['a'] }, ['cycle a → a']],
    [{ a: ['b'], b: ['a'] }, ['cycle a → b → a']],
    [{ a: ['b'], b: ['c'], c: ['b'] }, ['cycle b → c → b']],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    [{ a: ['b', 'c'], b: ['a'], c: ['a'] }, ['cycle a → b → a', 'cycle a → c → a']],
    [{ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }, ['cycle a → b → a', 'cycle c → d → c']],
    [{ c: ['a'], a: ['b'], b: ['a'] }, ['cycle a → b → a']],
  ])('%j', (steps, expected) => {
    expect(circles(steps)).toEqual(expected)
  })

  test('nor do two that may not run in a circle, each by itself', () => {
    const texts = {
      'ontology.yaml': `name: Test
entities: { place: {} }
relations:
  lies-in: { from: place, to: place, acyclic: true }
  drains-to: { from: place, to: place, acyclic: true }
`,
      'sources/report.yaml': 'title: Report\n',
      'places.yaml': `cite: report
entities:
  a: { type: place, name: Aa, relations: [{ lies-in: b }] }
  b: { type: place, name: Bb, relations: [{ drains-to: a }] }
`,
    }
    expect(told(texts)).toEqual([])
  })

  test('every link of a circle has its place, the last one that of the mistake', () => {
    const problems = told(places({ a: ['b'], b: ['c'], c: ['a'] }))
    const circle = problems.find(({ code }) => code === 'cycle')
    expect(circle?.at).toMatch(/^a\b/)
    expect(circle?.notes.map((note) => note?.slice(0, 1))).toEqual(['b', 'c'])
  })

  test('two relations do not make one circle', () => {
    const texts = {
      ...base,
      'places.yaml': `cite: report
entities:
  a: { type: place, name: Aa, relations: [{ part-of: b }] }
  b: { type: place, name: Bb, relations: [{ beside: a }] }
`,
    }
    expect(told(texts).map(({ code }) => code)).toEqual(['unknown-type'])
  })

  test('only a relation that is declared acyclic may not run in one', () => {
    expect(circles({ a: ['b'], b: ['a'] }, 'beside')).toEqual([])
    expect(circles({ a: ['a'] }, 'beside')).toEqual(['self-relation undefined'])
    expect(circles({ a: ['a'] }, 'near')).toEqual(['self-relation undefined'])
  })
})

describe('what a relation requires', () => {
  const whole = 'owes: ada, said-by: ada, confidence: probable, as: debtor, when: 2001'
  const missing = (claim: string, file = '') =>
    told({
      ...base,
      'x.yaml': `type: person\nname: Xenia\n${file}relations: [{ ${claim} }]\n`,
    })
      .filter(({ code }) => code === 'missing-key')
      .map(({ at, message }) => `${at}: ${message}`)

  test('all that is there is enough', () => {
    expect(missing(`${whole}, cite: report`)).toEqual([])
  })

  test.each([
    ['when', 'when: 2001', 'when: 2012-03'],
    ['said-by', 'said-by: ada', 'said-by: ada'],
    ['confidence', 'confidence: probable', 'confidence: probable'],
    ['as', 'as: debtor', 'as: commander'],
  ])('without %s', (key, written, example) => {
    const claim = whole.replace(`, ${written}`, '')
    const told = missing(`${claim}, cite: report`)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(`"owes"`)
    expect(told[0]).toContain(`"${key}"`)
    expect(told[0]).toContain(example)
  })

  test('without a citation', () => {
    const told = missing(whole)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('cite: report#p1')
  })

  test.each([
    ['when', 'when: 2001', 'when: in 2001', 'bad-date'],
    ['confidence', 'confidence: probable', 'confidence: rather', 'wrong-value'],
    ['as', 'as: debtor', 'as: []', 'wrong-value'],
    ['said-by', 'said-by: ada', 'said-by: {}', 'wrong-value'],
    ['cite', 'cite: report', 'cite: [{}]', 'missing-key'],
  ])('%s that cannot be read is told once, and not called missing', (_key, good, bad, code) => {
    const claim = `${whole}, cite: report`.replace(good, bad)
    const body = `type: person\nname: Xenia\nrelations: [{ ${claim} }]\n`
    const codes = told({ ...base, 'x.yaml': body }).map((one) => one.code)
    expect(codes).toContain(code)
    expect(codes.filter((one) => one === 'missing-key')).toEqual(
      code === 'missing-key' ? [code] : [],
    )
  })

  test('an empty list is read, and is as good as nothing', () => {
    const claim = whole.replace('said-by: ada', 'said-by: []')
    expect(missing(`${claim}, cite: report`)).toEqual([
      expect.stringContaining('"owes" needs "said-by"'),
    ])
    expect(missing(`${whole}, cite: []`)).toHaveLength(1)
  })

  test('one end that has it is enough', () => {
    const texts = (ofAda: string, ofX: string) =>
      toldInLines({
        ...base,
        'b.yaml': `type: person\nname: Bertha\ncite: report\nrelations: [{ lends: x${ofAda} }]\n`,
        'x.yaml': `type: person\nname: Xenia\ncite: report\nrelations: [{ borrows: b${ofX} }]\n`,
      }).filter((line) => line.startsWith('missing-key'))
    expect(texts(', confidence: probable', '')).toEqual([])
    expect(texts('', ', confidence: probable')).toEqual([])
    expect(texts('', '')).toEqual(['missing-key lends: x'])
  })
})

describe('files that mean something else where they lie', () => {
  const codes = (path: string, text: string) =>
    told({ ...base, [path]: text }).flatMap(({ code }) => (code === 'misplaced-file' ? [code] : []))

  test.each([
    ['old/identity.yaml', 'same: []\n', true],
    ['old/identity.yaml', 'undecided: []\n', true],
    ['old/views.yaml', 'views: []\n', true],
    ['old/ontology.yaml', 'name: Old\n', true],
    ['old/ontology.yaml', 'entities: {}\nrelations: {}\n', true],
    // Who is called so is who the file is about.
    ['groups/identity.yaml', 'type: group\nname: Identity\n', false],
    ['groups/ontology.yaml', 'type: group\nname: Ontology\n', false],
    ['many/ontology.yaml', 'entities: { x: { type: group, name: X } }\n', false],
    ['views.yaml', 'views: []\n', false],
    ['old/decisions.yaml', 'same: []\n', false],
    ['sources/x.yaml', 'type: person\nname: X\n', true],
    ['sources/x.yaml', 'entities: { x: { type: group, name: X } }\n', true],
    ['sources/x.yaml', 'title: X\ntype: person\n', false],
    ['sources/x.yaml', 'publisher: X\n', false],
    ['texts/x.yaml', 'title: X\n', true],
    ['texts/x.yaml', 'title: X\ntype: person\n', false],
  ])('%s with %j: told? %s', (path, text, isTold) => {
    expect(codes(path, text)).toEqual(isTold ? ['misplaced-file'] : [])
  })
})

test.each([
  ['{ type: person, name: X, a citizen }', true],
  ['{ type: person, name: X, "a citizen" }', true],
  ['{ type: person, name: X, citizen: }', false],
  ['{ type: person, name: X, citizen: yes }', false],
  ['{ a citizen, type: person, name: X }', false],
])('in %s a comma cuts a text: told? %s', (entity, isTold) => {
  const [first] = told({ ...base, 'many.yaml': `entities: { x: ${entity} }\n` }).filter(
    ({ code, at }) => code === 'unknown-key' && at?.includes('citizen'),
  )
  expect(first?.message.includes('ends the value of "name"')).toBe(isTold)
})
