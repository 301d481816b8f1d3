import type { Confidence } from '../model/claim.ts'
import { claimKeys } from '../model/read-claim.ts'
import { type Definitions, described, type JsonSchema, oneOrMany, ref } from './json-schema.ts'
import { ofCitation, ofClaim, ofRival, ofValue } from './key-descriptions.ts'
import { rangeName } from './references.ts'
import { choice } from './words.ts'

const confidences: Readonly<Record<Confidence, string>> = {
  confirmed: 'Other, independent sources say so, too.',
  probable: 'Not confirmed, and it agrees with what is known.',
  possible: 'Not confirmed, and it agrees in part with what is known.',
  doubtful: 'Not confirmed, and nothing else speaks for it.',
  improbable: 'What is known speaks against it.',
}

/** What claims of all kinds share. */
export const claims: Definitions = {
  cite: oneOrMany({ title: 'Evidence', anyOf: [ref('citation'), ref('long-citation')] }),
  'long-citation': {
    type: 'object',
    title: 'Citation with a quote',
    properties: described(ofCitation, {
      source: ref('source'),
      at: ref('text'),
      quote: ref('text'),
    }),
    required: ['source'],
    additionalProperties: false,
  },
  reason: {
    type: ['string', 'number'],
    pattern: '^(?!\\s*([yY][eE][sS]|[nN][oO]|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE])?\\s*$)',
    errorMessage: 'This should be the reason for the conclusion, in words.',
  },
  ...named({
    ...described(ofClaim, {
      when: ref('date'),
      cite: ref('cite'),
      'said-by': oneOrMany(ref(rangeName([]))),
      confidence: choice(confidences),
      inferred: ref('reason'),
      note: ref('text'),
      rivals: oneOrMany(rival('target', ref(rangeName([])))),
    }),
  }),
}

/** The keys of a claim but for those left out, to stand beside what it says. */
export function claimProperties(
  without: readonly (typeof claimKeys)[number][] = [],
): Readonly<Record<string, JsonSchema>> {
  const keys = claimKeys.filter((key) => !without.includes(key))
  return Object.fromEntries(keys.map((key) => [key, ref(definitionOf(key))]))
}

/** A value with its claim: `{ value: 20, cite: report#p4 }`. */
export function claimed(
  value: JsonSchema,
  without: readonly (typeof claimKeys)[number][] = [],
): JsonSchema {
  const rivals = oneOrMany(rival('value', value))
  return {
    type: 'object',
    title: 'Claim',
    properties: {
      ...described(ofValue, { value }),
      ...claimProperties([...without, 'rivals']),
      rivals: { ...rivals, description: ofClaim.rivals },
    },
    required: ['value'],
    additionalProperties: false,
  }
}

function rival(says: 'value' | 'target', schema: JsonSchema): JsonSchema {
  return {
    type: 'object',
    title: 'Rival',
    properties: {
      [says]: { ...schema, description: ofRival[says] },
      denied: { type: 'boolean', description: ofRival.denied },
      ...claimProperties(['rivals']),
    },
    additionalProperties: false,
    anyOf: [says, 'when', 'denied'].map((key) => ({
      required: [key],
      errorMessage: `A rival says something else: give it "${says}", "when" or "denied: true".`,
    })),
  }
}

function named(schemas: Readonly<Record<string, JsonSchema>>): Definitions {
  return Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => [definitionOf(key), schema]),
  )
}

function definitionOf(key: string): string {
  return `claim-${key}`
}
