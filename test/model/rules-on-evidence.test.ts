import { describe, expect, test } from 'vitest'
import { told, toldInLines } from './told.ts'

const base = {
  'ontology.yaml': `name: Test
entities:
  person: { attributes: { age: number, job: text, state: { list: text } } }
  event: { dated: true }
relations:
  knows: { from: person, to: person }
`,
  'sources/report.yaml': 'title: Report\nparagraphs: 3\n',
  'bob.yaml': 'type: person\nname: Bob\nrelations: [{ knows: bob-2, cite: report#p1 }]\n',
  'bob-2.yaml': 'type: person\nname: Rupert\n',
}

function lines(texts: Readonly<Record<string, string>>): string[] {
  return toldInLines({ ...base, ...texts })
}

function ada(rest: string) {
  return { 'ada.yaml': `type: person\nname: Ada\n${rest}\n` }
}

describe('citations', () => {
  test.each([
    ['report', []],
    ['report#p3', []],
    ['report#p4', ['unknown-locator report#p4']],
    ['report#p2-p3', []],
    ['reprt', ['unknown-source reprt']],
    ['reprt#p9', ['unknown-source reprt#p9']],
    ['elsewhere#p1', ['unknown-source elsewhere#p1']],
    ['[report#p9, reprt#p1, report#p1]', ['unknown-locator report#p9', 'unknown-source reprt#p1']],
  ])('%s', (cite, expected) => {
    const claim = `attributes: { age: { value: 1, cite: ${cite} } }`
    expect(lines(ada(claim)).map((line) => line.replace(/[\],].*/, ''))).toEqual(expected)
  })

  test.each([
    ['report#5,1', []],
    ['report#p1,p2', ['wrong-value']],
    ['report#p1, report#p2', ['wrong-value']],
  ])('"%s" is one citation or several', (cite, expected) => {
    const texts = {
      'sources/report.yaml': 'title: Report\nsections: ["5,1"]\n',
      'bob.yaml': 'type: person\nname: Bob\n',
      ...ada(`attributes: { age: { value: 1, cite: "${cite}" } }`),
    }
    const codes = told({ ...base, ...texts }).map(({ code }) => code)
    expect(codes.filter((code) => code !== 'unused-source')).toEqual(expected)
  })

  test('a slip in the name of a source is told with the name that was meant', () => {
    const messages = (cite: string) =>
      told({ ...base, ...ada(`attributes: { age: { value: 1, cite: ${cite} } }`) }).map(
        ({ message }) => message,
      )
    expect(messages('reprt#p1')).toEqual([expect.stringContaining('Did you mean "report"?')])
    expect(messages('elsewhere#p1')).toEqual([expect.not.stringContaining('Did you mean')])
    expect(messages('report#p4')).toEqual([expect.stringContaining('p1 to p3')])
  })

  test('those of an event, a relation, a rival and a decision are looked at', () => {
    const texts = {
      ...ada('relations: [{ knows: bob, cite: a1, rivals: [{ target: bob-2, cite: a2 }] }]'),
      'feast.yaml': 'type: event\nname: Feast\nwhen: { value: 2001, cite: a3 }\n',
      'identity.yaml': 'different: [{ entities: [ada, bob], reason: So., cite: [a4, report] }]\n',
    }
    const found = told({ ...base, ...texts }).map(({ code, message }) => [
      code,
      /"(a\d)"/.exec(message)?.[1],
    ])
    expect(found).toEqual([
      ['unknown-source', 'a1'],
      ['unknown-source', 'a2'],
      ['unknown-source', 'a3'],
      ['unknown-source', 'a4'],
    ])
  })

  test('one at the top of a file is told once, however many claims rest on it', () => {
    expect(
      told({ ...base, ...ada('cite: a1\nattributes: { age: 1, job: smith }') }).map(
        ({ code }) => code,
      ),
    ).toEqual(['unknown-source'])
  })

  test('what cites a source whose file cannot be read is not told', () => {
    const texts = {
      ...ada('attributes: { age: { value: 1, cite: broken#p1 } }'),
      'sources/broken.yaml': 'title: "\n',
    }
    expect(told({ ...base, ...texts }).map(({ code }) => code)).toEqual(['yaml-syntax'])
  })
})

describe('claims without a citation', () => {
  test('each is told by what it is', () => {
    const texts = {
      ...ada(
        'attributes: { age: 1, job: [smith, baker] }\nrelations: [{ knows: bob }, { knows: bob-2, cite: report }]',
      ),
      'feast.yaml': 'type: event\nname: Feast\nwhen: 2001\n',
    }
    const messages = told({ ...base, ...texts }).map(({ message }) => message.split(' has ')[0])
    expect(messages).toEqual([
      expect.stringMatching(/^The attribute "age"/),
      expect.stringMatching(/^The attribute "job"/),
      expect.stringMatching(/^The attribute "job"/),
      expect.stringMatching(/^The relation "knows: bob"/),
      expect.stringMatching(/^This date/),
    ])
  })

  test('a rival needs one of its own', () => {
    const found = told({
      ...base,
      ...ada('attributes: { age: { value: 1, cite: report, rivals: [{ value: 2 }] } }'),
    })
    expect(found.map(({ code }) => code)).toEqual(['uncited-claim'])
    expect(found[0]?.message).toMatch(/^This rival/)
  })

  test('a rival of a relation with several targets is told once', () => {
    const found = told({
      ...base,
      ...ada(
        'relations: [{ knows: [bob, bob-2], cite: report, when: 2001, rivals: [{ when: 2001 }] }]',
      ),
    })
    expect(found.map(({ code }) => code)).toEqual(['pointless-rival', 'uncited-claim'])
  })
})

describe('sources that nothing cites', () => {
  const charter = { 'sources/charter.yaml': 'title: Charter\n' }

  test('are told', () => {
    expect(told({ ...base, ...charter }).map(({ code }) => code)).toEqual(['unused-source'])
    expect(told({ ...base, ...charter })[0]?.message).toContain('"charter"')
  })

  test.each([
    ['attribute', ada('attributes: { age: { value: 1, cite: charter } }')],
    [
      'rival',
      ada('attributes: { age: { value: 1, cite: report, rivals: [{ value: 2, cite: charter }] } }'),
    ],
    ['relation', ada('relations: [{ knows: bob, cite: [report, charter] }]')],
    ['date', { 'feast.yaml': 'type: event\nname: F\nwhen: { value: 2001, cite: charter }\n' }],
    [
      'decision',
      { 'identity.yaml': 'different: [{ entities: [bob, bob-2], reason: So., cite: charter }]\n' },
    ],
  ])('are not those that a %s cites', (_, texts) => {
    expect(lines({ ...charter, ...texts })).toEqual([])
  })
})

describe('rivals', () => {
  const rival = (claim: string, ofRival: string) => {
    const open = `${claim}, cite: report, rivals: [{ ${ofRival}, cite: report }] }`
    return lines(ada(`${open}${claim.startsWith('relations') ? ']' : ' }'}`))
  }
  const pointless = [expect.stringMatching(/^pointless-rival/)]

  test.each([
    ['attributes: { age: { value: 1', 'value: 1', true],
    ['attributes: { age: { value: 1', 'value: 2', false],
    ['attributes: { age: { value: 1', 'denied: true', false],
    ['attributes: { age: { value: 1', 'when: 2001', false],
    ['attributes: { age: { value: 1, when: 2001', 'when: 2001', true],
    ['attributes: { age: { value: 1, when: 2001', 'value: 1, when: 2002', false],
    ['attributes: { age: { value: 1, when: 2001', 'value: 1, when: 2001', true],
    ['attributes: { age: { value: 1, when: 2001', 'value: 2, when: 2001', false],
    ['attributes: { age: { value: 1, when: 2001', 'value: 1', true],
    ['attributes: { job: { value: smith', 'value: smith', true],
    ['relations: [{ knows: bob', 'target: bob', true],
    ['relations: [{ knows: bob', 'target: bob-2', false],
    ['relations: [{ knows: bob', 'denied: true', false],
    ['relations: [{ knows: bob, when: 2001', 'when: 2001', true],
    ['relations: [{ knows: bob, when: 2001', 'when: 2002', false],
  ])('%s beside %s', (claim, ofRival, isPointless) => {
    expect(rival(claim, ofRival)).toEqual(isPointless ? pointless : [])
  })

  test.each([
    ['value: 2001', true],
    ['value: 2002', false],
    ['when: 2001', true],
    ['when: 2002', false],
    ['denied: true', false],
  ])('the date of an event, 2001, beside %s', (ofRival, isPointless) => {
    const texts = {
      'feast.yaml': `type: event\nname: F\nwhen: { value: 2001, cite: report, rivals: [{ ${ofRival}, cite: report }] }\n`,
    }
    expect(lines(texts)).toEqual(isPointless ? pointless : [])
  })
})

describe('references', () => {
  test('those of relations, rivals, speakers and decisions are looked at', () => {
    const texts = {
      ...ada(
        'relations: [{ knows: n1, cite: report, said-by: [n2, bob], rivals: [{ target: n3, said-by: n4, cite: report }] }]',
      ),
      'identity.yaml': 'different: [{ entities: [bob, n5], reason: So. }]\n',
    }
    const found = told({ ...base, ...texts }).map(({ code, message }) => [
      code,
      /no entity "(\w+)"/.exec(message)?.[1],
    ])
    expect(found).toEqual([
      ['broken-reference', 'n1'],
      ['broken-reference', 'n2'],
      ['broken-reference', 'n3'],
      ['broken-reference', 'n4'],
      ['broken-reference', 'n5'],
    ])
  })

  test('a slip is told with the id that was meant and where it is declared', () => {
    const of = (id: string) =>
      told({ ...base, ...ada(`relations: [{ knows: ${id}, cite: report }]`) }).map(
        ({ message, notes }) => [/Did you mean "([\w-]+)"/.exec(message)?.[1], notes.length],
      )
    expect(of('bbob-2')).toEqual([['bob-2', 1]])
    expect(of('nobody-at-all')).toEqual([[undefined, 0]])
  })

  test('a source is no entity', () => {
    const found = told({ ...base, ...ada('relations: [{ knows: report, cite: report }]') })
    expect(found.map(({ code, message }) => [code, message.split(',')[0]])).toEqual([
      ['broken-reference', '"report" names a source'],
    ])
  })

  test('what refers to a file that cannot be read is not told', () => {
    const texts = { ...ada('relations: [{ knows: eve, cite: report }]'), 'eve.yaml': 'type: "\n' }
    expect(told({ ...base, ...texts }).map(({ code }) => code)).toEqual(['yaml-syntax'])
  })
})

describe('a document that is there twice', () => {
  const twins = (a: string, b: string) =>
    toldInLines({
      'ontology.yaml': 'name: Test\nentities: { person: {} }\n',
      'sources/a.yaml': `${a}\nallow: { unused-source: Kept. }\n`,
      'sources/b.yaml': `${b}\nallow: { unused-source: Kept. }\n`,
    }).filter((line) => line.startsWith('duplicate-source'))

  test.each([
    ['title: A\nurl: https://x.org/1', 'title: B\nurl: https://x.org/1', true],
    ['title: A\nurl: https://x.org/1', 'title: B\nurl: http://www.x.org/1/', true],
    ['title: A\nurl: https://x.org/1#top', 'title: B\nurl: https://x.org/1', true],
    ['title: A\nurl: https://x.org/1', 'title: B\narchive: https://x.org/1', true],
    ['title: A\nurl: https://x.org/1', 'title: B\nurl: https://x.org/2', false],
    ['title: A\nurl: https://x.org/#/1', 'title: B\nurl: https://x.org/#/2', false],
    ['title: A\nurl: https://x.org/#!1', 'title: B\nurl: https://x.org/#!2', false],
    ['title: A\nurl: https://x.org/1?p=1', 'title: B\nurl: https://x.org/1?p=2', false],
    ['title: A\nurl: https://x.org/www.y', 'title: B\nurl: https://x.org/y', false],
    ['title: A\npublisher: P', 'title: a\npublisher: P', true],
    ['title: A\nauthor: P', 'title: A\nauthor: P', true],
    ['title: A\npublished: 2012', 'title: A\npublished: 2012', true],
    // A title alone says little, and a series has one for all.
    ['title: A', 'title: A', false],
    ['title: A\npublisher: P', 'title: A\npublisher: Q', false],
    ['title: A\nauthor: P', 'title: A\nauthor: Q', false],
    ['title: A\npublished: 2012', 'title: A\npublished: 2013', false],
    ['title: A\npublisher: P\nurl: https://x.org/1', 'title: A\npublisher: P', true],
    [
      'title: A\npublisher: P\nurl: https://x.org/1',
      'title: A\npublisher: P\nurl: https://x.org/2',
      false,
    ],
  ])('%j and %j: told? %s', (a, b, isTold) => {
    expect(twins(a, b)).toHaveLength(isTold ? 1 : 0)
  })

  test('the first counts for all', () => {
    const source = (title: string) => `title: ${title}\nurl: https://x.org/1\n`
    const texts = {
      'ontology.yaml': 'name: Test\nentities: { person: {} }\n',
      'sources/a.yaml': source('A'),
      'sources/b.yaml': source('B'),
      'sources/c.yaml': source('C'),
    }
    expect(toldInLines(texts).filter((line) => line.startsWith('duplicate-source'))).toEqual([
      'duplicate-source title: B (beside title: A)',
      'duplicate-source title: C (beside title: A)',
    ])
  })
})

describe('an attribute told twice', () => {
  test.each([
    ['{ value: 1, cite: report }', '{ value: 1, cite: other }', true],
    ['1', '1', true],
    ['{ value: 1, when: 2001 }', '{ value: 1, when: 2001 }', true],
    ['{ value: 1, when: 2001 }', '{ value: 1, when: 2002 }', false],
    ['{ value: 1, when: 2001 }', '1', false],
    ['1', '2', false],
    ['{ value: 1, said-by: ada }', '{ value: 1, said-by: bob }', false],
    ['{ value: 1, confidence: possible }', '1', false],
    ['{ value: 1, note: a }', '{ value: 1, note: b }', false],
    ['{ value: 1, inferred: a }', '1', false],
    ['{ value: 1, rivals: [{ value: 2, cite: report }] }', '1', false],
  ])('%s and %s: told? %s', (first, second, isTold) => {
    const codes = told({
      'ontology.yaml':
        'name: Test\nentities: { person: { attributes: { age: { list: number } } } }\n',
      'sources/report.yaml': 'title: Report\n',
      'sources/other.yaml': 'title: Other\n',
      'bob.yaml': 'type: person\nname: Bob\n',
      'ada.yaml': `type: person\nname: Ada\ncite: [report, other]\nattributes: { age: [${first}, 7, ${second}] }\n`,
    }).map(({ code }) => code)
    expect(codes).toEqual(isTold ? ['duplicate-claim'] : [])
  })
})
