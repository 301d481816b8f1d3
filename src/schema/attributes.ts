import type { AttributeType, EntityType, Ontology } from '../model/ontology.ts'
import { claimed } from './claims.ts'
import { type Definitions, type JsonSchema, ref } from './json-schema.ts'
import { oneOf } from './words.ts'

/** A definition for each attribute where it is declared; the types below share it. */
export function attributes({ entityTypes }: Ontology): Definitions {
  const own = [...entityTypes.values()].flatMap((type) =>
    [...type.attributes].map(([name, attribute]) => {
      const declared = declaring(type, name, attribute, entityTypes)
      return [nameOf(declared, name), attributeSchema(attribute, declared.label)] as const
    }),
  )
  return Object.fromEntries(own)
}

/** What an entity of a type may have under `attributes`. */
export function attributesOf(type: EntityType, { entityTypes }: Ontology): JsonSchema {
  const names = [...type.attributes.keys()]
  return {
    type: 'object',
    errorMessage:
      names.length === 0
        ? `The type "${type.id}" has no attributes. Declare one in ontology.yaml.`
        : `This should be a map from attributes to values. Those of the type "${type.id}" are ${names.join(', ')}.`,
    properties: Object.fromEntries(
      [...type.attributes].map(([name, attribute]) => [
        name,
        ref(nameOf(declaring(type, name, attribute, entityTypes), name)),
      ]),
    ),
    additionalProperties: false,
  }
}

/** What an entity of unknown type may have there. */
export const anyAttributes: JsonSchema = {
  type: 'object',
  additionalProperties: oneOrManyClaims(ref('text')),
}

/** The topmost type that has the attribute as this one has it. */
function declaring(
  type: EntityType,
  name: string,
  attribute: AttributeType,
  entityTypes: Ontology['entityTypes'],
): EntityType {
  const above = type.types.flatMap((id) => entityTypes.get(id) ?? [])
  return above.findLast(({ attributes }) => attributes.get(name) === attribute) ?? type
}

function nameOf(declared: EntityType, name: string): string {
  return `attribute-${name}_of_${declared.id}`
}

function attributeSchema(attribute: AttributeType, label: string): JsonSchema {
  return {
    ...oneOrManyClaims(valueSchema(attribute)),
    description: `An attribute of ${label}: ${inWords(attribute)}.`,
  }
}

function oneOrManyClaims(value: JsonSchema): JsonSchema {
  const withClaim = claimed(value)
  return {
    anyOf: [
      value,
      withClaim,
      { type: 'array', title: 'List', items: { anyOf: [value, withClaim] } },
    ],
  }
}

function valueSchema(type: AttributeType): JsonSchema {
  switch (type.kind) {
    case 'text':
      return ref('text')
    case 'date':
      return ref('date')
    case 'url':
      return ref('address')
    case 'number':
      return {
        type: 'number',
        errorMessage: 'This should be a number in digits, such as 20 or 2.5.',
      }
    case 'one-of':
      return oneOf(type.values)
    case 'list':
      return valueSchema(type.of)
    default:
      return type satisfies never
  }
}

function inWords(type: AttributeType): string {
  switch (type.kind) {
    case 'one-of':
      return `one of ${type.values.join(', ')}`
    case 'list':
      return `a list, each ${inWords(type.of)}`
    case 'url':
      return 'an address on the web'
    default:
      return `a ${type.kind}`
  }
}
