import {
  type Contents,
  type Data,
  type EntityType,
  type Item,
  listed,
  type Ontology,
  relationsOf,
} from '../bases/contents.ts'

type Slots = Record<string, object>

const day = '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?'
const id = '[a-z0-9]+(-[a-z0-9]+)*'
const confidences = ['confirmed', 'probable', 'possible', 'doubtful', 'improbable']
const claim: Slots = {
  when: { pattern: `^(\\.\\.|${day})?(/(\\.\\.|${day})?)?$` },
  cite: { multivalued: true, required: true, pattern: `^${id}(#.+)?$` },
  confidence: { range: 'Confidence' },
  note: {},
}

/** A LinkML schema that asks of the data what a schema can ask. */
export function linkmlSchema(ontology: Ontology): object {
  const types = Object.entries(ontology.entities).filter(([, type]) => type.abstract !== 'true')
  const perType = types.map(([name, type]) => typeSchema(name, type, ontology))
  const lists = types.map(([name]) => [name, listOf(className(name))])
  return {
    id: 'https://example.org/synthetic',
    name: 'synthetic',
    prefixes: { linkml: 'https://w3id.org/linkml/', synthetic: 'https://example.org/synthetic/' },
    default_prefix: 'synthetic',
    default_range: 'string',
    imports: ['linkml:types'],
    classes: {
      Base: {
        tree_root: true,
        attributes: { source: listOf('Source'), ...Object.fromEntries(lists) },
      },
      Source: { attributes: sourceSlots },
      ...Object.assign({}, ...perType.map(({ classes }) => classes)),
    },
    enums: {
      Confidence: values(confidences),
      ...Object.assign({}, ...perType.map(({ enums }) => enums)),
    },
  }
}

/** The data as that schema has them: a list for every type. */
export function linkmlData({ ontology, entities, sources }: Contents): object {
  const lists: Record<string, object[]> = {
    source: sources.map(({ id, data }) => ({ id, ...data })),
  }
  for (const entity of entities) {
    const type = String(entity.data.type)
    lists[type] ??= []
    lists[type].push(asInstance(entity, ontology))
  }
  return lists
}

const sourceSlots: Slots = {
  id: { identifier: true, pattern: `^${id}$` },
  title: { required: true },
  publisher: {},
  author: {},
  url: {},
  published: { pattern: `^${day}$` },
  reliability: { pattern: '^[A-F]$' },
  paragraphs: { pattern: '^[0-9]+$' },
}

function typeSchema(name: string, type: EntityType, ontology: Ontology) {
  const lineage = lineageOf(name, ontology)
  const relations = Object.entries(ontology.relations).filter(([, { from }]) =>
    lineage.includes(from),
  )
  const attributes = Object.entries(type.attributes ?? {})
  const prefix = className(name)
  const enums: Slots = {
    [`${prefix}RelationName`]: values(relations.map(([relation]) => relation)),
  }
  const classes: Slots = {
    [prefix]: { attributes: entitySlots(prefix, attributes.length > 0) },
    [`${prefix}Relation`]: {
      attributes: {
        ...claim,
        relation: { range: `${prefix}RelationName`, required: true },
        target: { required: true, pattern: `^${id}$` },
        as: {},
      },
    },
  }
  const slots: Slots = {}
  for (const [attribute, range] of attributes) {
    const own = `${prefix}${className(attribute)}`
    slots[attribute] = { range: own, inlined: true }
    if (typeof range === 'object') enums[`${own}Value`] = values(range['one-of'])
    const value = typeof range === 'object' ? { range: `${own}Value` } : plain(range)
    classes[own] = { attributes: { ...claim, value: { required: true, ...value } } }
  }
  if (attributes.length > 0) classes[`${prefix}Attributes`] = { attributes: slots }
  return { classes, enums }
}

function entitySlots(prefix: string, hasAttributes: boolean): Slots {
  return {
    id: { identifier: true, pattern: `^${id}$` },
    type: { required: true },
    name: { required: true },
    aliases: { multivalued: true },
    summary: {},
    when: claim.when ?? {},
    cite: { ...claim.cite, required: false },
    relations: listOf(`${prefix}Relation`),
    ...(hasAttributes ? { attributes: { range: `${prefix}Attributes`, inlined: true } } : {}),
  }
}

function asInstance({ id, data }: Item, ontology: Ontology): object {
  const { relations, attributes, ...rest } = data
  const related = relationsOf({ id, data }, ontology).map(({ name, target, claim }) => ({
    relation: name,
    target,
    ...withCites(claim),
  }))
  const claims = Object.entries((attributes ?? {}) as Record<string, Record<string, Data>>).map(
    ([attribute, claim]) => [attribute, withCites(claim)],
  )
  return {
    id,
    ...withCites(rest),
    ...(relations === undefined ? {} : { relations: related }),
    ...(attributes === undefined ? {} : { attributes: Object.fromEntries(claims) }),
  }
}

function withCites(data: Readonly<Record<string, Data>>): object {
  return data.cite === undefined ? data : { ...data, cite: listed(data.cite) }
}

function lineageOf(type: string, ontology: Ontology): string[] {
  const parent = ontology.entities[type]?.is
  return parent === undefined ? [type] : [type, ...lineageOf(parent, ontology)]
}

function listOf(range: string): object {
  return { range, multivalued: true, inlined_as_list: true }
}

function values(names: readonly string[]): object {
  return { permissible_values: Object.fromEntries(names.map((name) => [name, {}])) }
}

function plain(range: string): object {
  return range === 'number' ? { pattern: '^-?[0-9]+([.][0-9]+)?$' } : {}
}

function className(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
