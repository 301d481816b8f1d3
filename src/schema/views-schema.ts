import type { Base } from '../model/base.ts'
import { listedViewKeys, viewKeys, viewValue } from '../model/view-keys.ts'
import { allow } from './allow.ts'
import { described, type JsonSchema, ref } from './json-schema.ts'
import { ofView, ofViews } from './key-descriptions.ts'
import { rangeName, references } from './references.ts'
import { scalars } from './scalars.ts'

/** The file `views.yaml`. */
export function viewsSchema(base: Base): JsonSchema {
  return {
    type: 'object',
    title: 'Named views',
    properties: {
      ...described(ofViews, { views: { type: 'array', items: ref('view') } }),
      ...allow,
    },
    additionalProperties: false,
    definitions: {
      view: {
        type: 'object',
        properties: described(ofView, {
          name: ref('text'),
          note: ref('text'),
          show: ref('show'),
        }),
        required: ['name', 'show'],
        additionalProperties: false,
      },
      show: { type: 'object', properties: shown(), additionalProperties: false },
      ...references(base),
      ...scalars,
    },
  }
}

function shown(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.keys(viewKeys).map((key) => {
      const kind = viewValue(key)
      const one = kind === 'entity' ? ref(rangeName([])) : ref(kind === 'source' ? kind : 'text')
      const several: JsonSchema = { anyOf: [one, { type: 'array', items: one }] }
      return [key, listedViewKeys.includes(key) ? several : one]
    }),
  )
}
