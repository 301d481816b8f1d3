import { expect, test } from 'vitest'
import { declaredIndex } from '../../src/model/declared.ts'
import { readFile, readOntologyFile } from '../../src/model/file-facts.ts'
import { vocabularyOf } from '../../src/model/vocabulary.ts'

test('a file may declare more entities than a function takes arguments', () => {
  const ontology = { path: 'ontology.yaml', text: 'entities: { person: {} }' }
  const vocabulary = vocabularyOf(readOntologyFile(ontology).ontology)
  const facts = readFile({ path: 'ada.yaml', text: 'type: person\nname: Ada\n' }, vocabulary)
  const [ada] = facts.entities
  if (ada === undefined) throw new Error('Ada is not read.')
  const entities = Array.from({ length: 200_000 }, (_, at) => ({
    ...({ type: ada.type, name: ada.name } as typeof ada),
    id: { value: `ada-${at}`, span: ada.id.span },
  }))
  const index = declaredIndex()
  const changed = { path: facts.path, before: undefined, now: { ...facts, entities } }
  expect(index.update([changed], []).size).toBe(200_000)
  expect(index.declared().entities.size).toBe(200_000)
})
