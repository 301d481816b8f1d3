import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SourceFile } from '../../src/documents/document.ts'
import { parseDocument } from '../../src/documents/parse-document.ts'
import { mergeEntities } from '../../src/edits/merge-entities.ts'
import type { Refactoring, Refusal } from '../../src/edits/refactoring.ts'
import type { Base } from '../../src/model/base.ts'
import { checkSources } from '../../src/model/check-model.ts'
import { applied, filesOf } from './applied.ts'
import { claimsInWords } from './claims-in-words.ts'
import { writtenBase } from './written-base.ts'

describe('any base', () => {
  const merging = writtenBase.chain((base) =>
    fc.record({
      base: fc.constant(base),
      pair: fc.constantFrom(
        ['ada', 'ada-2'],
        ['ada-2', 'ada'],
        ['bob', '12'],
        ['imu', 'imu-2'],
        ['imu-2', 'imu'],
        ['true', 'imu'],
        ['raid', 'raid-2'],
      ),
    }),
  )

  test('what two said and were called, one says and is called, and no comment is lost', () => {
    let merged = 0
    const property = fc.property(merging, ({ base, pair: [from = '', into = ''] }) => {
      const made = merge(base.files, from, into)
      if ('refused' in made) {
        expect(made.refused).toMatch(/^(These two are tied|The two have different dates)/)
        return
      }
      merged++
      expectSame(base.files, applied(base.files, made), from, into)
    })
    fc.assert(property)
    expect(merged).toBeGreaterThan(30)
  })
})

function expectSame(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  from: string,
  into: string,
): void {
  const [old, now] = [before, after].map((files) => checkSources({ files, diagnostics: [] }).base)
  if (old === undefined || now === undefined) throw new Error('Two bases were checked.')
  expect(claimsInWords(now)).toEqual(claimsInWords(old, (id) => (id === from ? into : id)))
  const namesIn = (base: Base, ids: readonly string[]) => {
    const entities = ids.flatMap((id) => base.entities.get(id) ?? [])
    const names = entities.flatMap(({ name, aliases }) => [name, ...aliases])
    return [...new Set(names.map(({ value }) => value))].sort()
  }
  expect(namesIn(now, [into])).toEqual(namesIn(old, [from, into]))
  const all = after.map(({ text }) => text).join('\n')
  const comments = before.flatMap(({ text }) => [...text.matchAll(/# (.*)/g)])
  for (const [, comment] of comments) expect(all).toContain(comment)
}

function merge(
  files: readonly SourceFile[],
  from: string,
  into: string,
  reason?: string,
): Refactoring | Refusal {
  return mergeEntities(files.map(parseDocument), { from, into, reason })
}

const ontology = `name: Small
entities:
  actor: { abstract: true }
  person: { is: actor, attributes: { rank: text, born: date } }
  officer: { is: person, attributes: { unit: text } }
  group: { is: actor }
  event: { abstract: true, dated: true }
  raid: { is: event }
relations:
  leads: { inverse: led-by, from: person, to: group }
  knows: { from: person, to: person }
  killed: { from: event, to: person, ends: target }
`
const report = { 'ontology.yaml': ontology, 'sources/report.yaml': 'title: Report\n' }
const group = { 'groups/imu.yaml': 'type: group\nname: IMU\n' }

test('claims move with their comments, and what is said twice is said once', () => {
  const files = filesOf({
    ...report,
    ...group,
    'people/ada.yaml': `type: person
name: Ada
cite: report#p1

attributes:
  rank: captain     # in 1840
  born:
    # the parish register
    value: 1815

relations:
  - leads: imu
`,
    'people/more.yaml': `entities:
  bob: { type: person, name: Bob, relations: [{ knows: ada, cite: report#p1 }, { knows: lady-ada, cite: report#p2 }] }
  # a lady
  lady-ada:   # so she signs
    type: officer
    name: Lady Ada, the first
    aliases: [Ada, A. L.]
    summary: Wrote a program.
    attributes:
      rank: { value: captain, cite: report#p5 }
      born: { value: 1816, cite: report#p6 }
      unit: first       # or second
    relations:
      # not sure
      - leads: imu
        cite: [report#p1, { source: report, at: p3, quote: "her, men" }]
      - knows: [bob, lady-ada]
        said-by: lady-ada   # herself
        cite: report#p7
`,
    'identity.yaml': `same:
- entities: [ada, lady-ada]   # at last
  reason: >-
    One is a title
    of the other.
  cite: report#p9
undecided:
  - { entities: [bob, lady-ada], reason: They write alike. }
`,
  })
  expect(changed(merge(files, 'lady-ada', 'ada', 'They sign alike.'))).toEqual({
    'people/ada.yaml': `type: officer
name: Ada
aliases: ["Lady Ada, the first", A. L.]
summary: Wrote a program.
cite: report#p1

attributes:
  rank: { value: captain, cite: [report#p1, report#p5] }     # in 1840
  born:
    # the parish register
    - value: 1815
    - { value: 1816, cite: report#p6 }
  unit: { value: first, cite: [] }       # or second

relations:
  - leads: imu
    cite: [report#p1, { source: report, at: p3, quote: "her, men" }]
  # not sure
  - knows: [bob, ada]
    said-by: ada   # herself
    cite: report#p7
# lady-ada: a lady
# lady-ada: so she signs
`,
    'people/more.yaml': `entities:
  bob: { type: person, name: Bob, relations: [{ knows: ada, cite: [report#p1, report#p2] }] }
`,
    'identity.yaml': `same:
  []
undecided:
  - { entities: [bob, ada], reason: They write alike. }
# Merged: lady-ada (Lady Ada, the first) is now ada. They sign alike. One is a title of the other. [report#p9] at last
`,
  })
})

test('two in brackets: the one that stays is written in lines, the file of the other goes', () => {
  const files = filesOf({
    ...report,
    'people/a.yaml':
      'cite: report\r\nentities:\r\n  ada: { type: person, name: Ada }   # x\r\n  zoe: { type: person, name: Zoe }',
    'people/b.yaml':
      'entities:\n  ada-2: { type: person, name: Ada, attributes: { rank: captain } }\n',
  })
  expect(changed(merge(files, 'ada-2', 'ada'))).toEqual({
    'people/a.yaml':
      'cite: report\r\nentities:\r\n  ada:\r\n    type: person\r\n    name: Ada   # x\r\n    attributes:\r\n      rank: { value: captain, cite: [] }\r\n  zoe: { type: person, name: Zoe }',
    'people/b.yaml': undefined,
    'identity.yaml': '# Merged: ada-2 (Ada) is now ada.\nsame: []\n',
  })
})

test('a claim that differs in confidence or speaker stays beside the other, and a warning tells of it', () => {
  const files = filesOf({
    ...report,
    ...group,
    'people/ada.yaml': 'type: person\nname: Ada\nrelations:\n  - leads: imu\n    cite: report\n',
    'people/bob.yaml':
      'type: person\nname: Bob\nrelations:\n  - leads: imu\n    cite: report\n    confidence: doubtful',
  })
  const made = merge(files, 'bob', 'ada')
  expect(changed(made)['people/ada.yaml']).toBe(
    'type: person\nname: Ada\naliases: [Bob]\nrelations:\n  - leads: imu\n    cite: report\n  - leads: imu\n    cite: report\n    confidence: doubtful\n',
  )
  expect(made).toMatchObject({
    remarks: [
      { message: 'The merge leaves a new warning for you to look at: run "dossier check".' },
    ],
  })
})

test('the description of an unnamed person is no alias', () => {
  const files = filesOf({
    ...report,
    'people/ada.yaml': 'type: person\nname: Ada\n',
    'people/lady.yaml': 'type: person\nunnamed: true\nname: A lady\n',
  })
  expect(changed(merge(files, 'lady', 'ada'))).toEqual({
    'people/lady.yaml': undefined,
    'identity.yaml': '# Merged: lady (A lady) is now ada.\nsame: []\n',
  })
})

describe('is refused', () => {
  const person = (name: string, more = '') => `type: person\nname: ${name}\n${more}`
  const raid = (date: string) =>
    `type: raid\nname: Raid ${date}\nwhen: { value: ${date}, cite: report }\n`
  const base = {
    ...report,
    ...group,
    'ada.yaml': person('Ada', 'relations: [{ leads: imu, cite: report }]\n'),
    'bob.yaml': person('Bob', 'relations: [{ knows: carl, cite: report }]\n'),
    'carl.yaml': person('Carl', 'allow: { uncited-claim: Later. }\nattributes: { rank: x }\n'),
    'dora.yaml': person('Dora', 'count: 2\n'),
    'emil.yaml': person('Emil', 'relation: []\n'),
    'fritz.yaml': person('Fritz', 'unnamed: true\n'),
    'gerd.yaml': person('Gerd', 'relations: [ # c\n { leads: imu, cite: report }]\n'),
    'raid-1.yaml': `${raid('2011')}relations: [{ killed: ada, cite: report }]\n`,
    'raid-2.yaml': raid('2012'),
    'hans.yaml': person('Hans'),
    'ida.yaml': person('Ida'),
    'karl.yaml': person('Karl', 'relations: [{ knows: "id\\x61", cite: report }]\n'),
    'flow.yaml': '{ type: person, name: Flow }\n',
    'broken.yaml': 'name: "hans\n',
    'identity.yaml': 'different: [{ entities: [ada, flow, bob], reason: Really. }]\n',
  }
  test.each([
    ['ada', 'ada', '"ada" is one already', []],
    ['adaa', 'bob', 'Did you mean "ada"?', []],
    ['ada', 'bobb', 'Did you mean "bob"?', []],
    ['ada', 'report', 'Only entities can be merged', ['sources/report.yaml']],
    ['hans', 'ada', 'in a file that cannot be read', ['broken.yaml']],
    [
      'ada',
      'imu',
      'One is of type "person", the other of type "group"',
      ['ada.yaml', 'groups/imu.yaml'],
    ],
    ['ada', 'bob', 'It is decided that these two are different', ['identity.yaml']],
    ['bob', 'carl', 'tied to each other', ['bob.yaml']],
    ['carl', 'ada', 'This "allow" would be lost. Move it to ada.yaml', ['carl.yaml']],
    ['dora', 'ada', '"dora" stands for 2, "ada" stands for one', ['dora.yaml', 'ada.yaml']],
    ['emil', 'ada', 'have errors', ['emil.yaml']],
    ['ada', 'fritz', 'Merge the other way round: dossier merge fritz into ada', []],
    ['gerd', 'ada', 'These brackets are in the way', ['gerd.yaml']],
    ['carl', 'flow', 'This "allow"', ['carl.yaml']],
    ['ada', 'flow', 'It is decided', ['identity.yaml']],
    ['gerd', 'flow', 'These brackets', ['gerd.yaml', 'flow.yaml']],
    ['raid-1', 'raid-2', 'The two have different dates', ['raid-1.yaml', 'raid-2.yaml']],
    ['ida', 'hans', 'is written with escapes', ['karl.yaml']],
  ])('%s into %s', (from, into, message, places) => {
    const refusal = merge(filesOf(base), from, into)
    if (!('refused' in refusal)) throw new Error('It was not refused.')
    expect(refusal.refused).toContain(message)
    expect(refusal.places.map(({ file }) => file)).toEqual(places)
  })

  test('what would be an error', () => {
    const files = filesOf({
      ...report,
      'ada.yaml': person('Ada'),
      'bob.yaml': person('Bob'),
      'identity.yaml':
        'same: [{ entities: [carl, ada], reason: R. }]\ndifferent: [{ entities: [carl, bob], reason: R. }]\n',
      'carl.yaml': person('Carl'),
    })
    const made = merge(files, 'bob', 'ada')
    expect(made).toMatchObject({ refused: expect.stringContaining('an error in identity.yaml') })
  })

  test('decisions that cannot be read', () => {
    const files = filesOf({
      ...report,
      'ada.yaml': person('Ada'),
      'bob.yaml': person('Bob'),
      'identity.yaml': '# none\n',
    })
    expect(merge(files, 'bob', 'ada')).toMatchObject({
      refused: expect.stringContaining('identity.yaml'),
    })
  })
})

function changed(made: Refactoring | Refusal): Record<string, string | undefined> {
  if ('refused' in made) throw new Error(made.refused)
  return Object.fromEntries(made.changes.map(({ path, after }) => [path, after]))
}
