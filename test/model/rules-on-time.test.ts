import { describe, expect, test } from 'vitest'
import { told, toldInLines } from './told.ts'

const base = {
  'ontology.yaml': `name: Test
entities:
  person: {}
  group: {}
  event: { dated: true }
relations:
  leads: { inverse: led-by, from: person, to: group }
  serves: { from: person, to: group, at-most: 1 }
  married-to: { symmetric: true, from: person, to: person, at-most: 1 }
  killed: { from: event, to: person, ends: target }
  died-in: { from: person, to: event, ends: source }
  founded: { from: event, to: group, begins: target }
  born-in: { from: person, to: event, begins: source }
  met: { from: event, to: [person, event] }
  knows: { from: person, to: [person, group] }
  crowned: { from: event, to: person, at-most: 1 }
  during: { from: event, to: event, within: target }
  spans: { from: event, to: event, within: source }
  beside: { from: event, to: event }
`,
  'sources/report.yaml': 'title: Report\n',
}

describe('both ends', () => {
  function ends(ofAda: readonly string[], ofG: readonly string[]) {
    const list = (name: string, claims: readonly string[]) =>
      `relations: [${claims.map((rest) => `{ ${name}${rest} }`).join(', ')}]\n`
    return toldInLines({
      ...base,
      'ada.yaml': `type: person\nname: Ada\ncite: report\n${list('leads: g', ofAda)}`,
      'g.yaml': `type: group\nname: G\ncite: report\n${list('led-by: ada', ofG)}`,
    })
  }

  test.each([
    [', confidence: probable', ', confidence: probable', []],
    [', confidence: probable', '', []],
    ['', ', confidence: probable', []],
    [
      ', confidence: probable',
      ', confidence: possible',
      [
        'conflicting-ends led-by: ada, confidence: possible (beside leads: g, confidence: probable)',
      ],
    ],
    ['', ', when: 2001', ['conflicting-ends led-by: ada, when: 2001 (beside leads: g)']],
    ['', ', as: head', []],
  ])('one says "%s" and the other "%s"', (ofAda, ofG, expected) => {
    expect(ends([ofAda], [ofG])).toEqual(expected)
  })

  test('what they differ in is named', () => {
    const differences = (ofAda: string, ofG: string) =>
      told({
        ...base,
        'ada.yaml': `type: person\nname: Ada\ncite: report\nrelations: [{ leads: g${ofAda} }]\n`,
        'g.yaml': `type: group\nname: G\ncite: report\nrelations: [{ led-by: ada${ofG} }]\n`,
      }).map(({ message }) => /"leads" .* differ in ([^.]+)/.exec(message)?.[1])
    expect(differences(', as: head', ', as: chief')).toEqual(['role: "chief" here, "head" there'])
    expect(differences(', when: 2001, as: head', ', when: 2001, as: chief')).toEqual([
      'role: "chief" here, "head" there',
    ])
    expect(differences(', when: 2001/2003', ', when: 2001/2004')).toEqual([
      'date: "2001/2004" here, "2001/2003" there',
    ])
    expect(differences(', when: 2001/2003', '')).toEqual(['date: no date here, "2001/2003" there'])
    expect(differences(', confidence: probable', ', confidence: possible')).toEqual([
      'confidence: "possible" here, "probable" there',
    ])
  })

  test.each([
    // A stint that is over when the other begins is another one; in the year of the change both may be.
    ['2001/2003', '2003/2005', true],
    ['2003/2005', '2001/2003', true],
    ['2001/2003-03-17', '2003-03-17/2005', true],
    ['2001/2003-03-17', '2003-03-18/2005', true],
    ['2001/2003-03-17', '2003-03-16/2005', false],
    ['2001/2003-06', '2003/2005', false],
    ['2001/2003', '2003-06/2005', false],
    ['2001', '2001/2003', true],
    ['2001/2005', '2002/2003', false],
    ['2001/..', '2002', false],
    ['../2001', '2002/..', true],
  ])('%s and %s are two stints: %s', (ofAda, ofG, areTwo) => {
    const codes = ends([`, when: ${ofAda}`], [`, when: ${ofG}`])
    expect(codes).toHaveLength(areTwo ? 0 : 1)
  })

  test('two roles in one year are one claim told in two ways', () => {
    expect(ends([', when: 2001, as: head'], [', when: 2001, as: chief'])).toHaveLength(1)
  })

  test.each([
    [['2001/2010', '2003/2004'], 'when: 2001/2010'],
    [['2001/2002', '2003/2010'], 'when: 2003/2010'],
    [['2003/2010', '2001/2002'], 'when: 2003/2010'],
    [['2001/2010', '2003/2010'], 'when: 2001/2010'],
  ])('of the stints %j the one that lasts longest is compared', (ofAda, longest) => {
    expect(
      ends(
        ofAda.map((when) => `, when: ${when}`),
        [', when: 2008'],
      ),
    ).toEqual([`conflicting-ends led-by: ada, when: 2008 (beside leads: g, ${longest})`])
  })

  test('the later one in the files is told, whichever was earlier in time', () => {
    expect(ends([', when: 2005/2010'], [', when: 2001/2006'])).toEqual([
      'conflicting-ends led-by: ada, when: 2001/2006 (beside leads: g, when: 2005/2010)',
    ])
  })

  test('what begins in one year is compared in the order of the files', () => {
    expect(ends([', when: 2001/2003', ', when: 2001/2009'], [', when: 2001/2004'])).toEqual([
      'conflicting-ends led-by: ada, when: 2001/2004 (beside leads: g, when: 2001/2009)',
    ])
  })

  test('each is told once', () => {
    expect(ends([', when: 2005', ', when: 2006'], [', when: 2001/2010'])).toEqual([
      'conflicting-ends led-by: ada, when: 2001/2010 (beside leads: g, when: 2005)',
    ])
  })

  test('one without a date differs from all that have one', () => {
    expect(ends([''], [', when: 2001', ', when: 2008'])).toEqual([
      'conflicting-ends led-by: ada, when: 2001 (beside leads: g)',
      'conflicting-ends led-by: ada, when: 2008 (beside leads: g)',
    ])
  })

  test('a stint at both ends and another at one are no conflict', () => {
    expect(ends([', when: 2001/2003'], [', when: 2001/2003', ', when: 2002/2006'])).toEqual([])
    expect(ends([', when: 2001/2003', ', when: 2002/2006'], [])).toEqual([])
  })

  test.each([
    ['leads: g, cite: a', 'leads: g, cite: b', true],
    ['leads: g, note: N, as: head, when: 2001', 'leads: g, note: N, as: head, when: 2001', true],
    ['leads: g, said-by: ada', 'leads: g, said-by: ada', true],
    ['leads: g, note: N', 'leads: g, note: M', false],
    ['leads: g, note: N', 'leads: g', false],
    ['leads: g, said-by: ada', 'leads: g, said-by: bob', false],
    ['leads: g, confidence: probable', 'leads: g, confidence: possible', false],
    ['leads: g, inferred: So.', 'leads: g', false],
    ['leads: [g, h]', 'leads: g', false],
    ['leads: g', 'leads: [g, h]', false],
  ])('%s and %s can be made one: %s', (one, other, canBe) => {
    const [first, ...more] = told({
      ...base,
      'sources/a.yaml': 'title: A\nallow: { unused-source: Kept. }\n',
      'sources/b.yaml': 'title: B\nallow: { unused-source: Kept. }\n',
      'many.yaml':
        'entities:\n  g: { type: group, name: G }\n  h: { type: group, name: H }\n  bob: { type: person, name: Bob }\n',
      'ada.yaml': `type: person\nname: Ada\ncite: report\nrelations: [{ ${one} }, { ${other} }]\n`,
    }).filter(({ code }) => code !== 'unused-allowance')
    expect(more).toEqual([])
    expect(first?.code).toBe('duplicate-claim')
    expect(first?.fix !== undefined).toBe(canBe)
  })

  test('what one end says twice is told as such, and not as a conflict', () => {
    const claims = [', confidence: probable', ', confidence: possible']
    expect(ends(claims, [])).toEqual([
      'duplicate-claim leads: g, confidence: possible (beside leads: g, confidence: probable)',
    ])
  })
})

describe('at most one', () => {
  function serves(...dates: string[]) {
    const groups = dates.map((_, n) => `  g${n}: { type: group, name: G${n} }\n`).join('')
    const claims = dates.map((date, n) => `{ serves: g${n}${date && `, when: ${date}`} }`)
    return toldInLines({
      ...base,
      'many.yaml': `entities:\n${groups}  ada: { type: person, name: Ada, cite: report, relations: [${claims.join(', ')}] }\n`,
    })
  }
  const tooMany = (one: string, other: string) => [`too-many ${one} (beside ${other})`]

  test.each([
    [['2001/2003', '2003/2005'], []],
    [
      ['2001/2003-03-17', '2003-03-17/2005'],
      tooMany('serves: g1, when: 2003-03-17/2005', 'serves: g0, when: 2001/2003-03-17'),
    ],
    [['2001/2003-03-17', '2003-03-18/2005'], []],
    [['2001', '2001'], []],
    [
      ['2001-05-05', '2001-05-05'],
      tooMany('serves: g1, when: 2001-05-05', 'serves: g0, when: 2001-05-05'),
    ],
    [['2001/2005?', '2002/2003'], []],
    [['', ''], tooMany('serves: g1', 'serves: g0')],
    [['2001/2003', ''], tooMany('serves: g0, when: 2001/2003', 'serves: g1')],
    [
      ['2004/2009', '2001/2006'],
      tooMany('serves: g0, when: 2004/2009', 'serves: g1, when: 2001/2006'),
    ],
    [['../2003', '../2004'], tooMany('serves: g1, when: ../2004', 'serves: g0, when: ../2003')],
    // What holds for sure counts, and not what may have.
    [['2000/2005', '2003'], []],
    // Beside one too many, only the one that lasts longest matters for those that follow.
    [
      ['2000/2012', '2001/2003', '2008/2010'],
      [
        ...tooMany('serves: g1, when: 2001/2003', 'serves: g0, when: 2000/2012'),
        ...tooMany('serves: g2, when: 2008/2010', 'serves: g0, when: 2000/2012'),
      ],
    ],
    [
      ['2000/2003', '2001/2012', '2005/2007'],
      [
        ...tooMany('serves: g1, when: 2001/2012', 'serves: g0, when: 2000/2003'),
        ...tooMany('serves: g2, when: 2005/2007', 'serves: g1, when: 2001/2012'),
      ],
    ],
    [
      ['2000/2005', '2001/2005', '2003/2006'],
      [
        ...tooMany('serves: g1, when: 2001/2005', 'serves: g0, when: 2000/2005'),
        ...tooMany('serves: g2, when: 2003/2006', 'serves: g1, when: 2001/2005'),
      ],
    ],
  ])('at %j', (dates, expected) => {
    expect(serves(...dates)).toEqual(expected)
  })

  test('each who serves may serve one, and each relation has its own count', () => {
    const person = (id: string) =>
      `  ${id}: { type: person, name: ${id.toUpperCase()}, cite: report, relations: [{ serves: g }, { knows: g }] }\n`
    expect(
      toldInLines({
        ...base,
        'many.yaml': `entities:\n  g: { type: group, name: G }\n${person('a')}${person('b')}`,
      }),
    ).toEqual([])
  })

  test.each([
    ['2001-05-05', ['too-many crowned: bob (beside crowned: ada)']],
    ['2001', []],
  ])('a part in an event in %s has the date of the event', (when, expected) => {
    expect(
      toldInLines({
        ...base,
        'many.yaml': `cite: report
entities:
  ada: { type: person, name: Ada }
  bob: { type: person, name: Bob }
  feast: { type: event, name: Feast, when: ${when}, relations: [{ crowned: ada }, { crowned: bob }] }
`,
      }),
    ).toEqual(expected)
  })

  test('who is married to themself has one marriage', () => {
    const texts = {
      ...base,
      'ada.yaml': 'type: person\nname: Ada\ncite: report\nrelations: [{ married-to: ada }]\n',
    }
    expect(toldInLines(texts)).toEqual(['self-relation ada'])
  })

  test('the message says who, what and how many', () => {
    const [first] = told({
      ...base,
      'many.yaml': `entities:
  g: { type: group, name: G }
  h: { type: group, name: H }
  ada: { type: person, name: Ada, cite: report, relations: [{ serves: g }, { serves: h }] }
`,
    })
    expect(first?.message).toContain('"ada" may have only 1 "serves" at a time')
  })
})

describe('parts of events', () => {
  const event = (id: string, rest: string, ...relations: string[]) => ({
    [`${id}.yaml`]: `type: event\nname: ${id.toUpperCase()}\ncite: report\n${rest}relations: [${relations.map((claim) => `{ ${claim} }`).join(', ')}]\n`,
  })
  const ada = { 'ada.yaml': 'type: person\nname: Ada\n' }

  test.each([
    ['2001-05', '2001-05-31', true],
    ['2001-05', '2001-06-01', false],
    ['2001-05', '2001', true],
    ['2001-05', '2002', false],
  ])('an event in %s has a part in %s: %s', (when, part, fits) => {
    const claim = `met: ada, when: ${part}`
    expect(toldInLines({ ...base, ...ada, ...event('feast', `when: ${when}\n`, claim) })).toEqual(
      fits ? [] : [`outside-event ${part} (beside ${when})`],
    )
  })

  test('a part without a date, and a part in an event without one, fit', () => {
    expect(toldInLines({ ...base, ...ada, ...event('feast', '', 'met: ada, when: 2001') })).toEqual(
      [],
    )
    expect(toldInLines({ ...base, ...ada, ...event('feast', 'when: 2001\n', 'met: ada') })).toEqual(
      [],
    )
  })

  test('a tie of two events is in the time of one of them', () => {
    const between = (when: string) =>
      told({
        ...base,
        ...event('feast', 'when: 2001\n', `met: talk, when: ${when}`),
        ...event('talk', 'when: 2005\n'),
      }).map(({ code, message }) => `${code} ${/"feast"|"talk"/.exec(message)?.[0]}`)
    expect(between('2001')).toEqual([])
    expect(between('2005')).toEqual([])
    expect(between('2003')).toEqual(['outside-event "feast"'])
  })
})

describe('events within events', () => {
  const events = (claim: string, raid: string, war: string) =>
    told({
      ...base,
      'raid.yaml': `type: event\nname: Raid\ncite: report\n${raid}relations: [{ ${claim} }]\n`,
      'war.yaml': `type: event\nname: War\ncite: report\n${war}`,
    }).map(({ code, message, notes }) => [
      code,
      ...(/that "(\w+)" was in the time of "(\w+)", but (\d+) is not in (\d+)/
        .exec(message)
        ?.slice(1) ?? []),
      ...notes,
    ])

  test.each([
    ['during: war', ['raid', 'war', '2001', '2005', '2001', '2005']],
    ['spans: war', ['war', 'raid', '2005', '2001', '2005', '2001']],
  ])('%s', (claim, expected) => {
    expect(events(claim, 'when: 2001\n', 'when: 2005\n')).toEqual([['outside-event', ...expected]])
    expect(events(claim, 'when: 2001-05\n', 'when: 2001\n')).toEqual([])
    expect(events(claim, 'when: 2001\n', '')).toEqual([])
    expect(events(claim, '', 'when: 2001\n')).toEqual([])
    expect(events(claim, '', '')).toEqual([])
  })

  test('a relation that is not declared so says nothing of their time', () => {
    expect(events('beside: war', 'when: 2001\n', 'when: 2005\n')).toEqual([])
  })
})

describe('ends without an event', () => {
  const own = (relations: string, entities: string) => ({
    'ontology.yaml': `name: Test
entities: { person: {}, event: { dated: true } }
relations:
${relations}`,
    'sources/report.yaml': 'title: Report\n',
    'many.yaml': `cite: report\nentities:\n${entities}`,
  })
  const events = `  first: { type: event, name: First, when: 2001, relations: [{ %: ada }] }
  second: { type: event, name: Second, when: 2003, relations: [{ %: ada }] }
  ada: { type: person, name: Ada }
`

  test('where every relation of the ontology ends somebody, the second end is too late', () => {
    const killed = '  killed: { from: event, to: person, ends: target }\n'
    expect(toldInLines(own(killed, events.replaceAll('%', 'killed')))).toEqual([
      'after-end killed: ada (beside killed: ada)',
    ])
  })

  test('where every relation begins somebody, none is too early', () => {
    const bore = '  bore: { from: event, to: person, begins: target }\n'
    expect(toldInLines(own(bore, events.replaceAll('%', 'bore')))).toEqual([])
  })

  test('an end with a date of its own ends, and is no part in anything', () => {
    const relations = `  buried-by: { from: person, to: person, ends: source }
  met: { from: event, to: person }
`
    const people = `  ada: { type: person, name: Ada, relations: [{ buried-by: bob, when: 2002 }, { buried-by: cy, when: 2009 }] }
  bob: { type: person, name: Bob }
  cy: { type: person, name: Cyprian }
  feast: { type: event, name: Feast, when: 2005, relations: [{ met: ada }] }
`
    expect(toldInLines(own(relations, people))).toEqual([
      'after-end met: ada (beside buried-by: bob, when: 2002)',
    ])
  })
})

describe('ends and beginnings', () => {
  const many = (...lines: string[]) => ({
    ...base,
    'many.yaml': `cite: report\nentities:\n  ada: { type: person, name: Ada }\n  g: { type: group, name: G }\n${lines.map((line) => `  ${line}\n`).join('')}`,
  })
  const raid = (id: string, when: string, claims: string) =>
    `${id}: { type: event, name: ${id.toUpperCase()}, when: ${when}, relations: [${claims && `{ ${claims} }`}] }`

  test.each([
    ['2010-05-05', '2010-05-05', false],
    ['2010-05-05', '2010-05-06', true],
    ['2010', '2010-12-31', false],
    ['2010', '2011', true],
    ['2010-05', '2010', false],
    ['2010?', '2011', false],
  ])('killed in %s, met in %s: told? %s', (death, meeting, isTold) => {
    const texts = many(raid('raid', death, 'killed: ada'), raid('feast', meeting, 'met: ada'))
    expect(toldInLines(texts)).toEqual(isTold ? ['after-end met: ada (beside killed: ada)'] : [])
  })

  test('who ended by a relation of their own takes part in nothing later', () => {
    const texts = {
      ...many(raid('raid', '2001', ''), raid('feast', '2002', 'met: ada')),
      'bob.yaml': 'type: person\nname: Bob\ncite: report\nrelations: [{ died-in: raid }]\n',
      'talk.yaml':
        'type: event\nname: Talk\nwhen: 2003\ncite: report\nrelations: [{ met: bob, as: guest }]\n',
    }
    expect(told(texts).map(({ message }) => message)).toEqual([
      expect.stringContaining('comes after "died-in" (2001), which is its end'),
    ])
  })

  test('a tie that is no part in an event may outlast its ends', () => {
    const texts = {
      ...many(raid('raid', '2001', 'killed: ada')),
      'bob.yaml':
        'type: person\nname: Bob\ncite: report\nrelations: [{ knows: ada, when: 2005 }, { leads: g, when: 2006 }]\n',
    }
    expect(toldInLines(texts)).toEqual([])
  })

  test.each([
    [['2001', '2003'], 'a'],
    [['2003', '2001'], 'b'],
    [['2001', '2001'], 'a'],
  ])('of two ends in %j the first counts', ([one = '', other = ''], first) => {
    const texts = many(
      raid('raid-a', one, 'killed: ada, note: a'),
      raid('raid-b', other, 'killed: ada, note: b'),
      raid('feast', '2010', 'met: ada'),
    )
    expect(toldInLines(texts)).toContain(`after-end met: ada (beside killed: ada, note: ${first})`)
    expect(told(texts).find(({ at }) => at === 'met: ada')?.message).toContain(
      'This is too late for "ada": "met" (2010) comes after "killed" (',
    )
  })

  test.each([
    ['2010-05-05', '2010-05-05', false],
    ['2010-05-05', '2010-05-04', true],
    ['2010', '2010-01-01', false],
    ['2010', '2009', true],
    ['2010-05', '2010', false],
    ['2010?', '2009', false],
  ])('founded in %s, led in %s: told? %s', (founding, rule, isTold) => {
    const texts = {
      ...many(raid('pact', founding, 'founded: g')),
      'bob.yaml': `type: person\nname: Bob\ncite: report\nrelations: [{ leads: g, when: ${rule} }]\n`,
    }
    expect(toldInLines(texts)).toEqual(
      isTold ? [`before-start leads: g, when: ${rule} (beside founded: g)`] : [],
    )
  })

  test('who began by a relation of their own has nothing earlier', () => {
    const texts = {
      ...many(raid('birth', '2001', '')),
      'bob.yaml':
        'type: person\nname: Bob\ncite: report\nrelations: [{ born-in: birth }, { knows: ada, when: 1999 }, { knows: ada, when: 2002 }]\n',
    }
    expect(toldInLines(texts)).toEqual([
      'before-start knows: ada, when: 1999 (beside born-in: birth)',
    ])
    expect(told(texts)[0]?.message).toContain(
      'This is too early for "bob": "knows" (1999) comes before "born-in" (2001), which',
    )
  })

  test('what has no date is before no beginning', () => {
    const texts = {
      ...many(raid('pact', '2001', 'founded: g')),
      'bob.yaml': 'type: person\nname: Bob\ncite: report\nrelations: [{ leads: g }]\n',
    }
    expect(toldInLines(texts)).toEqual([])
  })

  test.each([
    [['2001', '2003'], 'b'],
    [['2003', '2001'], 'a'],
    [['2001', '2001'], 'a'],
  ])('of two beginnings in %j the last counts', ([one = '', other = ''], last) => {
    const texts = {
      ...many(
        raid('pact-a', one, 'founded: g, note: a'),
        raid('pact-b', other, 'founded: g, note: b'),
      ),
      'bob.yaml': 'type: person\nname: Bob\ncite: report\nrelations: [{ leads: g, when: 1990 }]\n',
    }
    expect(toldInLines(texts)).toEqual([
      `before-start leads: g, when: 1990 (beside founded: g, note: ${last})`,
    ])
  })
})
