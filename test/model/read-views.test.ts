import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const ontology = `name: Test
entities: { person: { label: Person } }
relations: {}
`
const ada = 'type: person\nname: Ada\n'

const shows = (part: string) => `views: [{ name: A, show: { ${part} } }]\n`

function compiled(views: string) {
  const files = [
    { path: 'ontology.yaml', text: ontology },
    { path: 'people/ada.yaml', text: ada },
    { path: 'views.yaml', text: views },
  ]
  const { views: found, diagnostics } = compile({ files, diagnostics: [] })
  return { found, told: diagnostics.map(({ code, message }) => `${code}: ${message}`) }
}

test('a view is what the viewer has in its address', () => {
  const { found, told } = compiled(`views:
  - name: Ada's circle
    note: Who is near?
    show: { when: 2009/2012, around: ada, hops: 2, pin: [ada:1:-2.5], find: "a & b" }
`)
  expect(told).toEqual([])
  expect(found).toEqual([
    {
      name: "Ada's circle",
      note: 'Who is near?',
      address: 'around=ada&hops=2&pin=ada:1:-2.5&when=2009/2012&find=a%20%26%20b',
    },
  ])
})

test('whoever is named must be there, also where an entity was moved', () => {
  const { told } = compiled(
    'views: [{ name: A, show: { hide: [ada, bo], pin: cy:1:2, relation: ada--knows--di } }]\n',
  )
  expect(
    told.map((each) => each.replace(/^(broken-reference: ).*"(\w+)".*/, '$1$2')).sort(),
  ).toEqual(['broken-reference: bo', 'broken-reference: cy', 'broken-reference: di'])
})

test.each([
  ['views: none\n', 'wrong-value', 'a list of views'],
  ['view: []\n', 'unknown-key', 'views'],
  ['views: [{ show: {} }]\n', 'missing-key', '"name"'],
  ['views: [{ name: A }]\n', 'missing-key', '"show"'],
  ['views: [{ name: A, show: { arond: ada } }]\n', 'unknown-key', 'around'],
  ['views: [{ name: A, show: {} }, { name: A, show: {} }]\n', 'wrong-value', 'no other view'],
  ['views: [A]\n', 'wrong-value', 'a view'],
  [shows('hide: "ada,bo"'), 'wrong-value', 'a list: [ada, bo]'],
  [shows('around: [ada]'), 'wrong-value', 'one value'],
  [shows('hops: abc'), 'wrong-value', 'a whole number'],
  [shows('theme: purple'), 'wrong-value', 'light or dark'],
  [shows('confidence: sure'), 'wrong-value', 'confirmed'],
  [shows('hide-types: [persn]'), 'unknown-type', 'Did you mean "person"?'],
  [shows('hide-relations: [knows]'), 'unknown-relation', '"knows"'],
  [shows('source: nope'), 'unknown-source', '"nope"'],
])('%j is told', (text, code, words) => {
  const { told } = compiled(text)
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(`${code}: `)
  expect(told[0]).toContain(words)
})

test('a file of views declares no entity', () => {
  const { told, found } = compiled('views: []\n')
  expect(told).toEqual([])
  expect(found).toEqual([])
})
