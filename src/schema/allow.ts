import { codes } from '../diagnostics/codes.ts'
import { explanations } from '../diagnostics/explanations.ts'
import { described, type JsonSchema, ref } from './json-schema.ts'
import { ofFile } from './key-descriptions.ts'

/** The key that any file may have beside its own. */
export const allow: Readonly<Record<string, JsonSchema>> = described(ofFile, {
  allow: {
    type: 'object',
    properties: Object.fromEntries(
      codes.map((code) => [code, { ...ref('text'), description: explanations[code].meaning }]),
    ),
    additionalProperties: false,
  },
})
