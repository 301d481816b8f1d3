import { expect, test } from 'vitest'
import { compiled } from '../graph/sources-of.ts'

const base = {
  'ontology.yaml': `name: Test
entities: { person: {}, place: {} }
relations:
  lives-in: { from: person, to: place }
  part-of: { from: place, to: place, acyclic: true }
`,
  'sources/report.yaml': 'title: Report\n',
}

test('the name of a file of many entities is no entity', () => {
  const codes = codesOf({
    'places.yaml': 'entities:\n  kabul: { type: place, name: Kabul }\n',
    'ada.yaml': person('{ lives-in: places, cite: report }'),
  })
  expect(codes).toEqual(['ada.yaml broken-reference'])
})

test('what refers to a file that cannot be read is not called broken', () => {
  const codes = codesOf({
    'kabul.yaml': 'type: place\nname: "Kabul\n',
    'ada.yaml': person('{ lives-in: kabul, cite: report }'),
  })
  expect(codes).toEqual(['kabul.yaml yaml-syntax'])
})

test('a chain of three thousand places is no circle, and a circle of as many is one', () => {
  const place = (n: number, next: string) =>
    `  p${n}: { type: place, name: P${n}, relations: [{ part-of: ${next} }] }\n`
  const chain = (last: string) => {
    const places = Array.from({ length: 3_000 }, (_, n) =>
      place(n, n === 2_999 ? last : `p${n + 1}`),
    )
    const fileOf = (some: readonly string[]) => `cite: report\nentities:\n${some.join('')}`
    return { 'a.yaml': fileOf(places.slice(0, 1_500)), 'b.yaml': fileOf(places.slice(1_500)) }
  }
  expect(codesOf({ ...chain('top'), 'top.yaml': 'type: place\nname: Top\n' })).toEqual([])
  expect(codesOf(chain('p0'))).toEqual(['b.yaml cycle'])
})

test('every problem of a base shows at once, in order of place', () => {
  const codes = codesOf({
    'b.yaml': 'type: ghost\nname: B\ncount: none\n',
    'a.yaml': `${person('{ lives-in: nowhere }')}  - { knows: b }\n`,
  })
  expect(codes).toEqual([
    'a.yaml uncited-claim',
    'a.yaml broken-reference',
    'a.yaml unknown-relation',
    'b.yaml unknown-type',
    'b.yaml wrong-value',
    'sources/report.yaml unused-source',
  ])
})

function codesOf(texts: Record<string, string>): string[] {
  return compiled({ ...base, ...texts }).diagnostics.map(({ span, code }) => `${span.file} ${code}`)
}

function person(relation: string): string {
  return `type: person\nname: Ada\nrelations:\n  - ${relation}\n`
}
