import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parseDocument } from '../../src/documents/parse-document.ts'
import type { Entity, ReadEntity, Tie } from '../../src/model/entity.ts'
import { readOntologyFile } from '../../src/model/file-facts.ts'
import { nothingNoted } from '../../src/model/mentions.ts'
import { PackReader, PackWriter } from '../../src/model/pack.ts'
import { packEntity } from '../../src/model/packed-entity.ts'
import { packMentions } from '../../src/model/packed-mentions.ts'
import { readEntities } from '../../src/model/read-entity.ts'
import { vocabularyOf } from '../../src/model/vocabulary.ts'
import { compiled } from '../graph/sources-of.ts'

const ontology = `name: Test
entities:
  person: { attributes: { status: text, age: number } }
  raid: { dated: true }
relations:
  knows: { symmetric: true }
  killed: { inverse: killed-in }
`

/** Texts that stand in the file as they are, and that do not: escaped, folded, trimmed, in two kinds of letters. */
const text = fc.constantFrom(
  ...['Ada', '"Ada Lovelace"', "'it''s'", '"a \\"b\\" c"', '"\\u0041da"', '" Ada "', 'Аня', '"😀"'],
  ...['>-\n      folded\n      text', '|\n      kept\n      text\n', `"${'long '.repeat(90)}"`],
)
const citation = fc.oneof(
  fc.constantFrom('report', 'report#p1', '"report#p2"', '#p3', ''),
  text.filter((one) => !one.includes('\n')).map((t) => `{ source: report, at: p1, quote: ${t} }`),
)
const citations = fc.oneof(
  citation,
  fc.array(citation, { maxLength: 7 }).map((some) => `[${some.join(', ')}]`),
)
const keys = {
  when: fc.constantFrom('2001', '"2001/.."', '2002-05?', 'never'),
  cite: citations,
  'said-by': fc.constantFrom('ada', '[ada, bob]', '[]'),
  confidence: fc.constantFrom('doubtful', 'confirmed', 'sure'),
  inferred: text,
  note: text,
  rivals: fc.constantFrom('[{ denied: true, cite: report }]', '[]', '{ when: 1999, cite: report }'),
}
const besides = fc
  .record(keys, { requiredKeys: [] })
  .map((some) => Object.entries(some).map(([key, value]) => `${key}: ${value}`))

const relation = fc
  .tuple(
    fc.constantFrom('knows', 'killed', 'killed-in', 'knwos'),
    fc.constantFrom('ada', '"bob"', '[ada, bob, ada]', '[]'),
    fc.option(text),
    besides,
  )
  .map(([name, target, role, rest]) => [
    `${name}: ${target}`,
    ...(role === null ? [] : [`as: ${role}`]),
    ...rest,
  ])
const attribute = fc
  .tuple(fc.oneof(text, fc.constantFrom('12', '2.50', '-1')), besides)
  .map(([value, rest]) => [`value: ${value}`, ...rest])

const listed = (items: readonly (readonly string[])[]) =>
  items.map((lines) => `  - ${lines.join('\n    ')}\n`).join('')

const file = fc
  .record({
    type: fc.constantFrom('person', 'raid', 'nothing'),
    name: text,
    aliases: fc.array(fc.constantFrom('Ada', '"A, B"', "'C'"), { maxLength: 3 }),
    top: fc.record(
      {
        summary: text,
        unnamed: fc.constantFrom('true', 'false'),
        count: fc.constantFrom('3', '0'),
      },
      { requiredKeys: [] },
    ),
    cite: fc.option(citations),
    when: fc.option(fc.constantFrom('2001', '{ value: 2002, cite: report, note: N }')),
    attributes: fc.array(attribute, { maxLength: 3 }),
    relations: fc.array(relation, { maxLength: 4 }),
    newline: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ type, name, aliases, top, cite, when, attributes, relations, newline }) =>
    [
      `type: ${type}\nname: ${name}\naliases: [${aliases.join(', ')}]\n`,
      ...Object.entries(top).map(([key, value]) => `${key}: ${value}\n`),
      cite === null ? '' : `cite: ${cite}\n`,
      when === null ? '' : `when: ${when}\n`,
      attributes.length === 0 ? '' : `attributes:\n  status:\n${indented(listed(attributes))}`,
      attributes.length === 0 ? '' : `  age: 12\n`,
      relations.length === 0 ? '' : `relations:\n${listed(relations)}`,
    ]
      .join('')
      .replaceAll('\n', newline),
  )

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ')
}

const vocabulary = vocabularyOf(
  readOntologyFile({ path: 'ontology.yaml', text: ontology }).ontology,
)

function read(text: string) {
  const source = { path: 'people/ada.yaml', text }
  const noted = nothingNoted()
  const entities = readEntities(parseDocument(source), vocabulary, () => {}, noted)
  return { source, entities, noted }
}

const told = (entity: ReadEntity) => {
  const { id, type, name, aliases, summary, unnamed, count, when, attributes, relations } = entity
  const { value, span } = id
  return {
    ...{ id: { value, span }, type, name, aliases, summary, unnamed, count, when },
    ...{ attributes, relations },
  }
}

function tiesOf(entity: Entity): Tie[] {
  const ties: Tie[] = []
  entity.eachTie((tie) => void ties.push(tie))
  return ties
}

test('what is packed comes out as it was read, with all places', () => {
  let [claims, extras] = [0, 0]
  fc.assert(
    fc.property(file, (text) => {
      const { source, entities, noted } = read(text)
      for (const entity of entities) {
        const packed = packEntity(entity, source, source.text)
        expect(told(packed)).toEqual(told(entity))
        const ties = tiesOf(packed)
        expect(ties.map(({ at }) => packed.relationAt(at))).toEqual(entity.relations)
        expect(ties.map(({ at: _, ...tie }) => tie)).toEqual(
          entity.relations.map(({ relation, target, role }) => ({
            relation: relation.value,
            target: target.value,
            hasRole: role !== undefined,
          })),
        )
        claims += entity.relations.length
        extras += Number(JSON.stringify(packed).includes('😀'))
      }
      const { entities: mentioned, citations } = packMentions(noted, source, source.text)
      expect({ entities: mentioned, citations }).toEqual(noted)
    }),
    { numRuns: 500 },
  )
  expect(claims).toBeGreaterThan(100)
  expect(extras).toBeGreaterThan(10)
})

test('a long text that many claims share is not compared with the file for each of them', () => {
  const [short, long] = ['x'.repeat(1000), 'x'.repeat(1001)]
  const to = new PackWriter({ path: 'a.yaml', text: long }, long)
  for (const text of [short, long, long]) to.text(text)
  expect(to.extras()).toEqual([long])
})

test('a long list of citations that many claims share is kept once', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `report#p${at}`)
  const claims = Array.from({ length: 1000 }, (_, at) => `  - knows: person-${at}\n`)
  const text = `type: person\nname: Ada\ncite: [${many.join(', ')}]\nrelations:\n${claims.join('')}`
  const { source, entities } = read(text)
  const [packed] = entities.map((entity) => packEntity(entity, source, source.text))
  const lists = new Set(packed?.relations.map(({ citations }) => citations))
  expect([...lists].map(({ length }) => length)).toEqual([1000])
})

test.each([
  ['attributes', (size: number) => lines(size, (at) => `  a${at}: 1`)],
  ['relations', (size: number) => lines(size, () => '  - knows: bob')],
])('of twice as many %s at most three times as much is read', (key, write) => {
  const reads = (size: number) => {
    const number = vi.spyOn(PackReader.prototype, 'number')
    compiled({
      'ontology.yaml': ontology,
      'ada.yaml': `type: person\nname: Ada\n${key}:\n${write(size)}`,
      'bob.yaml': 'type: person\nname: Bob\n',
    })
    const count = number.mock.calls.length
    number.mockRestore()
    return count
  }
  const few = reads(50)
  expect(few).toBeGreaterThan(100)
  expect(reads(100)).toBeLessThan(3 * few)
})

function lines(size: number, write: (at: number) => string): string {
  return Array.from({ length: size }, (_, at) => `${write(at)}\n`).join('')
}
