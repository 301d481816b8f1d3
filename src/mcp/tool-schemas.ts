import { argumentMeanings, type Meaning, mostCharacters, mostTexts } from './argument-meanings.ts'
import type { Kind, Tool } from './tool.ts'

type Json = string | number | boolean | Json[] | { [key: string]: Json }
type Properties = Record<string, { [key: string]: Json }>

/** JSON Schema of an object; a type, since the protocol lets a schema have other keys too. */
type ObjectSchema = {
  type: 'object'
  properties: Properties
  required: string[]
  additionalProperties?: boolean
}

const types: Readonly<Record<Kind, Properties[string]>> = {
  text: { type: 'string' },
  texts: { type: 'array', items: { type: 'string' } },
  number: { type: 'integer' },
  truth: { type: 'boolean' },
}

export function inputSchema({ kinds, required }: Tool): ObjectSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => {
        const meaning = argumentMeanings[name] ?? { description: name }
        const { description, oneOf } = meaning
        const range = rangeOf(kind, meaning)
        return [name, { ...types[kind], ...range, ...(oneOf && { enum: [...oneOf] }), description }]
      }),
    ),
    required: [...required],
    additionalProperties: false,
  }
}

function rangeOf(kind: Kind, { least = 1, longest = mostCharacters }: Meaning): Properties[string] {
  if (kind === 'number') return { minimum: least }
  if (kind === 'text') return { maxLength: longest }
  return kind === 'texts' ? { maxItems: mostTexts } : {}
}

/** What every answer may have beside its own parts; the instructions tell of them. */
const beside: Properties = {
  version: { const: 1 },
  cited: { type: 'object' },
  dateDoubts: { type: 'object' },
  more: { type: 'object' },
  warning: { type: 'string' },
}

export function outputSchema({ gives }: Tool): ObjectSchema {
  const own = Object.entries(gives).map(([name, type]) => [name, { type }])
  return {
    type: 'object',
    properties: { ...Object.fromEntries(own), ...beside },
    required: ['version'],
  }
}
