import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compile } from '../../src/compile.ts'
import { formatDocument } from '../../src/edits/format-document.ts'

const ontology = `name: O
entities:
  person: { attributes: { rank: text } }
relations:
  leads: { from: person, to: person }
`

// Where each kind of map stands: `%` is its place.
const places: readonly (readonly [kind: string, path: string, text: string])[] = [
  ['an entity', 'a.yaml', '%'],
  ['an entity among others', 'a.yaml', '{ entities: { a: % } }'],
  ['a date', 'a.yaml', '{ type: person, when: % }'],
  ['an attribute', 'a.yaml', '{ type: person, attributes: { rank: % } }'],
  ['an attribute in a list', 'a.yaml', '{ type: person, attributes: { rank: [%] } }'],
  ['a relation', 'a.yaml', '{ type: person, relations: [%] }'],
  ['a citation', 'a.yaml', '{ type: person, cite: [%] }'],
  ['a rival', 'a.yaml', '{ type: person, attributes: { rank: { value: a, rivals: [%] } } }'],
  ['a rival of a relation', 'a.yaml', '{ type: person, relations: [{ leads: a, rivals: % }] }'],
  ['a source', 'sources/a.yaml', '%'],
  ['identity.yaml', 'identity.yaml', '%'],
  ['a decision', 'identity.yaml', '{ same: [%] }'],
  ['ontology.yaml', 'ontology.yaml', '%'],
  ['an entity type', 'ontology.yaml', '{ entities: { a: % } }'],
  ['an attribute type', 'ontology.yaml', '{ entities: { a: { attributes: { b: % } } } }'],
  ['a relation type', 'ontology.yaml', '{ relations: { a: % } }'],
]

// The check names the keys that a map may have. Each of them is to have its place before one that is unknown.
test.each(places)('every key of %s has its place', (_, path, text) => {
  const keys = keysAllowed(path, text)
  expect(keys.length).toBeGreaterThan(1)
  const isRelation = keys.includes('as')
  const first = isRelation ? [] : ['zzzzzzzz']
  const last = isRelation ? ['leads'] : []
  const entries = [...first, ...keys.toReversed(), ...last].map((key) => `${key}: []`)
  const result = formatDocument({ path, text: text.replace('%', `{ ${entries.join(', ')} }`) })
  if (result.kind !== 'formatted') throw new Error(result.kind)
  const order = keysOf(result.text, keys.length + 1)
  if (isRelation) expect(order[0]).toBe('leads')
  else expect(order.at(-1)).toBe('zzzzzzzz')
  expect(order.toSorted()).toEqual([...first, ...keys, ...last].sort())
})

function keysAllowed(path: string, text: string): string[] {
  const wrong = { path, text: text.replace('%', '{ zzzzzzzz: x, leads: a }') }
  const files = [{ path: 'ontology.yaml', text: ontology }].filter((file) => file.path !== path)
  const { diagnostics } = compile({ files: [...files, wrong], diagnostics: [] })
  const found = diagnostics.find((d) => d.code === 'unknown-key' && /zzzz/.test(d.message))
  const [, list = ''] = /Its keys are (.*)\.$/.exec(found?.message ?? '') ?? []
  return [...list.matchAll(/[a-z-]+/g)].map(([word]) => word).filter((word) => word !== 'and')
}

/** The keys of the one map that has so many. */
function keysOf(text: string, count: number): string[] {
  const search = (value: unknown): string[] | undefined => {
    if (typeof value !== 'object' || value === null) return undefined
    const keys = Object.keys(value)
    if (!Array.isArray(value) && keys.length === count) return keys
    for (const inner of Object.values(value)) {
      const found = search(inner)
      if (found) return found
    }
    return undefined
  }
  return search(parse(text)) ?? []
}
