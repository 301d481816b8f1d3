import { ftmRelations, ftmSchemata } from '../model/ftm-words.ts'
import type { EntityType, Ontology } from '../model/ontology.ts'
import { stixEntities } from '../model/stix-words.ts'
import { allow } from './allow.ts'
import {
  type Definitions,
  described,
  type JsonSchema,
  oneOrMany,
  ref,
  type Suggestion,
  suggesting,
} from './json-schema.ts'
import { ofAttributeType, ofEntityType, ofOntology, ofRelationType } from './key-descriptions.ts'
import { idPattern, scalars } from './scalars.ts'
import { exactly, oneOf } from './words.ts'

/** The file `ontology.yaml`. */
export function ontologySchema(ontology: Ontology): JsonSchema {
  return {
    type: 'object',
    title: 'Ontology',
    properties: {
      ...described(ofOntology, {
        name: ref('text'),
        entities: named(ref('entity-type')),
        relations: named(ref('relation-type')),
      }),
      ...allow,
    },
    required: ['name', 'entities'],
    additionalProperties: false,
    definitions: { ...types(ontology), ...scalars },
  }
}

function named(item: JsonSchema): JsonSchema {
  return {
    type: 'object',
    propertyNames: {
      pattern: idPattern,
      patternErrorMessage: 'A name is lower-case letters, digits and single hyphens.',
    },
    additionalProperties: item,
  }
}

function types({ entityTypes }: Ontology): Definitions {
  const truth: JsonSchema = { type: 'boolean' }
  const text = ref('text')
  const end = oneOf(['source', 'target'])
  return {
    'type-name': suggesting(typeName, [...entityTypes.values()].map(typeSuggestion)),
    'entity-type': {
      // `person:` and no more declares a type, too.
      type: ['object', 'null'],
      properties: described(ofEntityType, {
        is: ref('type-name'),
        abstract: truth,
        label: text,
        colour: {
          type: 'string',
          pattern: '^\\s*#[0-9a-fA-F]{6}\\s*$',
          errorMessage: 'This should be a colour in quotes, such as "#c2410c".',
        },
        dated: truth,
        transit: truth,
        stix: oneOf(stixEntities),
        ftm: oneOf(Object.keys(ftmSchemata)),
        attributes: named(ref('attribute-type')),
      }),
      additionalProperties: false,
    },
    'attribute-type': {
      anyOf: [
        oneOf(['text', 'number', 'date', 'url']),
        {
          type: 'object',
          properties: described(ofAttributeType, {
            'one-of': ref('texts'),
            list: ref('attribute-type'),
          }),
          additionalProperties: false,
        },
      ],
    },
    'relation-type': {
      type: 'object',
      properties: described(ofRelationType, {
        inverse: text,
        symmetric: truth,
        from: oneOrMany(ref('type-name')),
        to: oneOrMany(ref('type-name')),
        kind: text,
        label: text,
        'inverse-label': text,
        says: text,
        'says-inverse': text,
        stix: {
          type: ['string', 'number'],
          pattern: '^\\s*\\^?[a-z0-9]+(-[a-z0-9]+)*\\s*$',
          errorMessage: 'This should be a relationship type of STIX, such as located-at.',
        },
        ftm: oneOf(ftmRelations),
        acyclic: truth,
        'at-most': ref('count'),
        requires: oneOrMany(oneOf(['when', 'cite', 'said-by', 'confidence', 'as'])),
        begins: end,
        ends: end,
        within: end,
      }),
      required: ['from', 'to'],
      additionalProperties: false,
    },
  }
}

const typeName: JsonSchema = {
  title: 'Type',
  type: ['string', 'number'],
  pattern: idPattern,
  errorMessage: 'This should be the name of an entity type.',
}

function typeSuggestion({ id, label, types }: EntityType): Suggestion {
  return { word: id, title: label, description: types.join(', '), test: exactly(id) }
}
