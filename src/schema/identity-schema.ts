import type { Base } from '../model/base.ts'
import { allow } from './allow.ts'
import { claims } from './claims.ts'
import { described, type JsonSchema, ref } from './json-schema.ts'
import { ofDecision, ofIdentity } from './key-descriptions.ts'
import { rangeName, references } from './references.ts'
import { scalars } from './scalars.ts'

/** The file `identity.yaml`. */
export function identitySchema(base: Base): JsonSchema {
  const decisions: JsonSchema = { type: 'array', items: ref('decision') }
  return {
    type: 'object',
    title: 'Who is who',
    properties: {
      ...described(ofIdentity, { same: decisions, different: decisions, undecided: decisions }),
      ...allow,
    },
    additionalProperties: false,
    definitions: {
      decision: {
        type: 'object',
        properties: described(ofDecision, {
          entities: { type: 'array', items: ref(rangeName([])), minItems: 2 },
          reason: ref('text'),
          cite: ref('cite'),
        }),
        required: ['entities', 'reason'],
        additionalProperties: false,
      },
      ...references(base),
      ...claims,
      ...scalars,
    },
  }
}
