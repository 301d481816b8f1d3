import type { Base } from '../model/base.ts'
import type { EntityType, Ontology } from '../model/ontology.ts'
import { allow } from './allow.ts'
import { anyAttributes, attributes, attributesOf } from './attributes.ts'
import { claimed, claims } from './claims.ts'
import { conditional, described, type JsonSchema, ref } from './json-schema.ts'
import { ofEntity, ofManyEntities } from './key-descriptions.ts'
import { references } from './references.ts'
import { anyRelations, relations, relationsOf } from './relations.ts'
import { idPattern, scalars } from './scalars.ts'
import { choice, exactly } from './words.ts'

/** A file with one entity, or with many under `entities`. */
export function entitySchema(base: Base): JsonSchema {
  const { ontology } = base
  return {
    ...conditional(
      { type: 'object', required: ['entities'] },
      ref('many-entities'),
      ref('one-entity'),
    ),
    definitions: {
      'one-entity': {
        ...oneEntity(ontology, allow),
        // Offered only: a file that has the key is one of many entities.
        ...conditional({ required: ['type'] }, undefined, {
          properties: { entities: { type: 'object', description: ofManyEntities.entities } },
        }),
      },
      'many-entities': {
        type: 'object',
        title: 'Entities',
        properties: {
          ...described(ofManyEntities, {
            cite: ref('cite'),
            entities: {
              type: 'object',
              propertyNames: {
                pattern: idPattern,
                patternErrorMessage: 'An id is lower-case letters, digits and single hyphens.',
              },
              additionalProperties: ref('entity'),
            },
          }),
          ...allow,
        },
        additionalProperties: false,
      },
      entity: oneEntity(ontology),
      'entity-of-its-type': byType(ontology),
      'entity-date': { anyOf: [ref('date'), claimed(ref('date'), ['when'])] },
      ...attributes(ontology),
      ...relations(ontology),
      ...references(base),
      ...claims,
      ...scalars,
    },
  }
}

/** What depends on the type comes with `entity-of-its-type`; here it only has its place. */
function oneEntity(
  { entityTypes }: Ontology,
  besides: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    title: 'Entity',
    properties: {
      type: { ...typeChoice([...entityTypes.values()]), description: ofEntity.type },
      name: { ...ref('text'), description: ofEntity.name },
      aliases: { ...ref('texts'), description: ofEntity.aliases },
      summary: { ...ref('text'), description: ofEntity.summary },
      unnamed: { type: 'boolean', description: ofEntity.unnamed },
      count: { ...ref('count'), description: ofEntity.count },
      when: true,
      cite: { ...ref('cite'), description: ofEntity.cite },
      attributes: true,
      relations: true,
      ...besides,
    },
    required: ['type', 'name'],
    additionalProperties: false,
    allOf: [ref('entity-of-its-type')],
  }
}

function typeChoice(types: readonly EntityType[]): JsonSchema {
  if (types.length === 0) return ref('text')
  const concrete = types.filter(({ abstract }) => !abstract)
  if (concrete.length === 0)
    return {
      type: 'null',
      errorMessage: 'All types of ontology.yaml are abstract. Add one that is not.',
    }
  return choice(Object.fromEntries(concrete.map((type) => [type.id, inWords(type)])))
}

function inWords({ label, types, dated }: EntityType): string {
  const [, ...above] = types
  return [
    label,
    above.length === 0 ? '' : `a kind of ${above.join(', ')}`,
    dated ? 'it happens at a time' : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** For each type its attributes, its relations, and whether it has a date. */
function byType(ontology: Ontology): JsonSchema {
  const types = [...ontology.entityTypes.values()]
  const unknown: JsonSchema = {
    properties: dependent(anyAttributes, anyRelations(ontology), ref('entity-date')),
  }
  return {
    allOf: [
      ...types.map((type) => conditional(isOf([type]), ofType(type, ontology))),
      types.length === 0 ? unknown : conditional(isOf(types), undefined, unknown),
    ],
  }
}

function isOf(types: readonly EntityType[]): JsonSchema {
  return {
    properties: { type: { anyOf: types.map(({ id }) => exactly(id)) } },
    required: ['type'],
  }
}

function ofType(type: EntityType, ontology: Ontology): JsonSchema {
  return {
    properties: dependent(
      attributesOf(type, ontology),
      relationsOf(type, ontology),
      type.dated && ref('entity-date'),
    ),
    errorMessage: `The type "${type.id}" has no date of its own. Date its attributes and relations.`,
  }
}

function dependent(attributes: JsonSchema, relations: JsonSchema, when: JsonSchema | false) {
  return {
    attributes: { ...attributes, description: ofEntity.attributes },
    relations: { ...relations, description: ofEntity.relations },
    when: when && { ...when, description: ofEntity.when },
  }
}
