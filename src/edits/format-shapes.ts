import { sourceKeys } from '../model/source.ts'
import { viewKeys } from '../model/view-keys.ts'

/** What a map may be, as far as the order of its keys goes; a list has the shape of its items. */
export interface Shape {
  /** In their order. Where there is none, the order is the curator's. */
  readonly keys?: readonly string[]
  /** The one key that is not among `keys` names what the map says, and comes first. */
  readonly isNamed?: true
  readonly values?: Readonly<Record<string, Shape>>
  /** Of the values that `values` does not name. */
  readonly others?: Shape
}

/** The shape of a file by its path in the data folder and the keys at its top. */
export function shapeOfFile(path: string, keys: readonly string[]): Shape {
  if (path === 'ontology.yaml') return ontology
  if (path === 'identity.yaml') return identity
  if (path === 'views.yaml') return views
  if (path.startsWith('sources/')) return source
  return keys.includes('entities') ? manyEntities : entity
}

const evidence = ['when', 'cite', 'said-by', 'confidence', 'inferred', 'note']

const citation: Shape = { keys: ['source', 'at', 'quote'] }

const rival: Shape = {
  keys: ['value', 'target', 'denied', ...evidence],
  values: { cite: citation },
}

const values = { cite: citation, rivals: rival }

const attribute: Shape = { keys: ['value', ...evidence, 'rivals'], values }

const relation: Shape = { keys: ['as', ...evidence, 'rivals'], isNamed: true, values }

const entity: Shape = {
  keys: [
    'type',
    'unnamed',
    'count',
    'name',
    'aliases',
    'summary',
    'when',
    'cite',
    'allow',
    'attributes',
    'relations',
  ],
  values: {
    when: attribute,
    cite: citation,
    attributes: { others: attribute },
    relations: relation,
  },
}

const manyEntities: Shape = {
  keys: ['cite', 'allow', 'entities'],
  values: { cite: citation, entities: { others: entity } },
}

const source: Shape = { keys: [...sourceKeys, 'allow'] }

const identity: Shape = {
  keys: ['undecided', 'same', 'different', 'allow'],
  others: { keys: ['entities', 'reason', 'cite'], values: { cite: citation } },
}

const views: Shape = {
  keys: ['views', 'allow'],
  values: {
    views: { keys: ['name', 'note', 'show'], values: { show: { keys: Object.keys(viewKeys) } } },
  },
}

const entityType: Shape = {
  keys: ['is', 'abstract', 'dated', 'label', 'colour', 'transit', 'stix', 'ftm', 'attributes'],
  values: { attributes: { others: { keys: ['one-of', 'list'] } } },
}

const relationType: Shape = {
  keys: [
    'inverse',
    'symmetric',
    'from',
    'to',
    'kind',
    'acyclic',
    'at-most',
    'requires',
    'begins',
    'ends',
    'within',
    'label',
    'inverse-label',
    'says',
    'says-inverse',
    'stix',
    'ftm',
  ],
}

const ontology: Shape = {
  keys: ['name', 'allow', 'entities', 'relations'],
  values: { entities: { others: entityType }, relations: { others: relationType } },
}
