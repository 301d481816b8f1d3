import type { Report } from '../diagnostics/diagnostic.ts'
import { ontologyMissing } from '../diagnostics/problems/ontology.ts'
import { missingKey } from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import type { YamlNode } from '../documents/yaml-node.ts'
import type { Ontology } from './ontology.ts'
import { readEntityTypes } from './read-entity-types.ts'
import { readRelationTypes } from './read-relation-types.ts'
import { fieldsOf, mapOf, textOf } from './shape.ts'

const nothing: Ontology = {
  name: 'Unnamed base',
  entityTypes: new Map(),
  relationTypes: new Map(),
  inverses: new Map(),
}

/** The ontology of `ontology.yaml`. What is wrong in it is reported and left out; the rest holds. */
export function readOntology(document: Document | undefined, report: Report): Ontology {
  if (document === undefined) report(ontologyMissing())
  if (document?.root === undefined) return nothing
  const { root, path } = document
  const fields = fieldsOf(root, 'ontology.yaml', ['name', 'entities', 'relations'], report)
  const top = { file: path, start: 0, end: 0 }
  const name = textOf(fields.get('name'), report)?.value
  if (fields.lacks('name'))
    report(missingKey(top, 'ontology.yaml', 'name', 'name: Trade in the Hanse'))
  if (fields.lacks('entities')) {
    report(missingKey(top, 'ontology.yaml', 'entities', 'entities: { person: {} }'))
  }
  const entries = (node: YamlNode | undefined, expected: string) =>
    node ? (mapOf(node, expected, report)?.entries ?? []) : []
  const entityTypes = readEntityTypes(
    entries(fields.get('entities'), 'a map of entity types'),
    report,
  )
  const relations = readRelationTypes(
    entries(fields.get('relations'), 'a map of relation types'),
    entityTypes,
    report,
  )
  return { name: name ?? nothing.name, entityTypes, ...relations }
}
