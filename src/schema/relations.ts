import type { EntityType, Ontology } from '../model/ontology.ts'
import { claimKeys } from '../model/read-claim.ts'
import { claimProperties } from './claims.ts'
import { conditional, type Definitions, described, type JsonSchema, ref } from './json-schema.ts'
import { ofRelation } from './key-descriptions.ts'
import { rangeName } from './references.ts'
import { type WrittenRelation, writtenRelations } from './written-relations.ts'

/**
 * Two definitions for each name of a relation: one for its value, and one that an editor offers. They are apart
 * because a relation that has its name is not to be offered a second one.
 */
export function relations(ontology: Ontology): Definitions {
  return Object.fromEntries(
    writtenRelations(ontology).flatMap((written) => {
      const target = ref(rangeName(written.other))
      const schema: JsonSchema = {
        anyOf: [target, { type: 'array', title: 'List', items: target, minItems: 1 }],
        description: relationInWords(written, ontology),
      }
      return [
        [valueName(written.name), { ...schema, doNotSuggest: true }],
        [offerName(written.name), schema],
      ]
    }),
  )
}

/** What an entity of a type may have under `relations`. */
export function relationsOf({ id, types }: EntityType, ontology: Ontology): JsonSchema {
  const own = writtenRelations(ontology).filter(
    (written) => written.own.length === 0 || types.some((type) => written.own.includes(type)),
  )
  return listOf(own, `relation of the type "${id}"`)
}

/** What an entity of unknown type may have there. */
export function anyRelations(ontology: Ontology): JsonSchema {
  // Without an ontology that can be read, the checker finds no fault with the names of relations.
  if (ontology.entityTypes.size === 0) return { type: 'array', items: { type: 'object' } }
  return listOf(writtenRelations(ontology), 'relation')
}

function listOf(written: readonly WrittenRelation[], what: string): JsonSchema {
  const names = [...new Set(written.map(({ name }) => name))]
  const [example] = names
  if (example === undefined) return { type: 'array', maxItems: 0 }
  return {
    type: 'array',
    errorMessage: 'This should be a list of relations, each after a "- ".',
    items: {
      type: 'object',
      title: 'Relation',
      properties: {
        ...Object.fromEntries(['as', ...claimKeys].map((key) => [key, true])),
        ...Object.fromEntries(names.map((name) => [name, ref(valueName(name))])),
      },
      additionalProperties: false,
      errorMessage: `This should be a ${what}, such as "${example}: …", and beside it only ${['as', ...claimKeys].join(', ')}.`,
      ...naming(names, example),
    },
  }
}

/** A relation has one name. Until it has, an editor offers names, and then the keys of a claim. */
function naming(names: readonly string[], example: string): JsonSchema {
  const isOneOf = names.map((name) => ({ required: [name] }))
  const besides = { ...described(ofRelation, { as: ref('text') }), ...claimProperties() }
  const nameless = `This relation does not say which one it is. Add its name and its target, for example "${example}: …".`
  const onlyOne = 'This should be one relation only; begin a new "- " for the other.'
  return conditional(
    // An item that is only begun is no map yet.
    { type: 'object', anyOf: isOneOf },
    { properties: besides, ...conditional({ oneOf: isOneOf }, undefined, refused(onlyOne)) },
    {
      properties: Object.fromEntries(names.map((name) => [name, ref(offerName(name))])),
      ...conditional({ propertyNames: { enum: ['as', ...claimKeys] } }, refused(nameless)),
    },
  )
}

/** What no map meets. */
function refused(errorMessage: string): JsonSchema {
  return { type: 'null', errorMessage }
}

/** The sentence, told of the entity that the relation is written at, and what the checker asks of it. */
export function relationInWords(
  { name, type, other }: WrittenRelation,
  { entityTypes }: Ontology,
): string {
  const { id, says, saysInverse, inverse, kind, requires, atMost, acyclic } = type
  const isForward = name === id
  const labels = other.map((end) => entityTypes.get(end)?.label.toLowerCase() ?? end)
  const ends = ['[this]', `[${labels.length === 0 ? 'another entity' : labels.join(' or ')}]`]
  const [source = '', target = ''] = isForward ? ends : ends.toReversed()
  const sentence = (isForward ? says : saysInverse)
    .replaceAll('{source}', source)
    .replaceAll('{target}', target)
  const otherName = isForward ? inverse : id
  return [
    `${sentence}.`,
    `Kind: ${kind}.`,
    otherName === undefined ? '' : `At the other end it is ${otherName}.`,
    requires.length === 0 ? '' : `It needs ${requires.join(' and ')}.`,
    atMost === undefined ? '' : `At most ${atMost} at one time.`,
    acyclic ? 'It never leads back to where it began.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function valueName(name: string): string {
  return `relation-${name}`
}

function offerName(name: string): string {
  return `offer-${name}`
}
