import { expect, test } from 'vitest'
import { checkSources } from '../../src/model/check-model.ts'
import { typescriptOf } from '../../src/schema/typescript.ts'

const texts = {
  'ontology.yaml': `name: "Odd\\u2028names */ // and more"
entities: { person: { label: "A\\tperson" } }
relations: { knows: { inverse: known-by, from: person, to: person, kind: "it's \\\\ odd", says: "{source} knows {target}", says-inverse: "{target} is known by {source}" } }
`,
  'ada.yaml': 'type: person\nname: "Ada\\nexport const bad = 1"\n',
  'Bad Id.yaml': 'type: person\nname: Bad\n',
  'strange.yaml': 'type: spaceship\nname: Strange\n',
}

test('names with odd letters stay on their lines and in their quotes', () => {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }))
  const { base } = checkSources({ files, diagnostics: [] })
  expect(typescriptOf(base, {})).toMatchInlineSnapshot(`
    "// The names of the knowledge base “Odd names */ // and more”, written by "dossier types".
    // Do not change this file; write it again when ids, types or relations change.

    /** Ids of entities. */
    export type EntityId =
      | 'ada' // Ada export const bad = 1

    /** Types of entities. */
    export type EntityType =
      | 'person' // A person

    /** Relations. */
    export type Relation =
      | 'knows'

    /** Relations read from their other end. */
    export type Inverse =
      | 'known-by' // of knows

    /** Kinds of relations. */
    export type Kind =
      | 'it\\u{27}s \\u{5c} odd'

    /** Ids of sources. */
    export type SourceId = never

    /** For \`openDossier<Names>(…)\`: a name that the base does not have is then a mistake. */
    export interface Names {
      entity: EntityId
      type: EntityType
      relation: Relation
      inverse: Inverse
      kind: Kind
      source: SourceId
    }
    "
  `)
})
