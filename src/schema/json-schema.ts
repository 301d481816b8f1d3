/** The part of JSON Schema draft-07 that is written here, and what the YAML language server reads beside it. */
export interface JsonSchema {
  readonly $schema?: string
  readonly $ref?: string
  readonly definitions?: Definitions
  readonly title?: string
  readonly description?: string
  readonly type?: Type | readonly Type[]
  readonly const?: Word
  readonly enum?: readonly Word[]
  readonly pattern?: string
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly propertyNames?: JsonSchema
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly allOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly not?: JsonSchema
  readonly if?: JsonSchema
  readonly then?: JsonSchema
  readonly else?: JsonSchema
  /** Keywords of editors, which validators pass over. */
  readonly enumDescriptions?: readonly string[]
  readonly errorMessage?: string
  readonly patternErrorMessage?: string
  readonly doNotSuggest?: boolean
  readonly defaultSnippets?: readonly Snippet[]
}

export type Definitions = Readonly<Record<string, JsonSchema>>

/** A completion: what is listed, what is typed (with `${1:place}` to fill in), and what is told about it. */
interface Snippet {
  readonly label: string
  readonly body: string
  readonly description: string
}

type Type = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null'

/** What YAML makes of a word that a curator writes. */
export type Word = string | number | boolean

/** A definition of the same schema. Its name may hold that of a type, which may be no id as long as it is not mended. */
export function ref(name: string): JsonSchema {
  const pointer = name
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
  return { $ref: `#/definitions/${encodeURIComponent(pointer)}` }
}

/** The schemas of a map's keys, each with what an editor says when the pointer rests on the key. */
export function described<Key extends string>(
  descriptions: Readonly<Record<Key, string>>,
  schemas: Readonly<Record<Key, JsonSchema>>,
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries<JsonSchema>(schemas).map(([key, schema]) => [
      key,
      { ...schema, description: descriptions[key as Key] },
    ]),
  )
}

/** What holds of a value that meets a test, and of one that does not. */
export function conditional(test: JsonSchema, met?: JsonSchema, unmet?: JsonSchema): JsonSchema {
  return {
    if: test,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nothing here is awaited.
    ...(met === undefined ? {} : { then: met }),
    ...(unmet === undefined ? {} : { else: unmet }),
  }
}

/** The YAML language server takes a second for a list of this length, and four for one twice as long. */
const mostListed = 1000

/** A word that an editor offers, with what it tells of it: shortly on hovering, at length in the list. */
export interface Suggestion {
  readonly word: string
  /** What is typed, with `$1` where the cursor goes; the word itself unless told. */
  readonly body?: string
  readonly title: string
  readonly description: string
  /** What a value is that means this word. */
  readonly test: JsonSchema
}

/**
 * A word of some shape, and those of its kind that are known. They are suggestions: another may be that of a file
 * written since. They stand in a test without consequences, because hovering shows the title of what is met there,
 * and because a list gets completions for its items only where these are no choice of schemas.
 */
export function suggesting(shape: JsonSchema, suggestions: readonly Suggestion[]): JsonSchema {
  const { length } = suggestions
  if (length === 0) return shape
  if (length > mostListed) return { ...shape, title: `One of ${length}, too many to list` }
  const known = suggestions.map(({ test, title }) => ({ ...test, title }))
  return {
    ...shape,
    ...conditional({ anyOf: [...known, { title: 'Not known yet' }] }, {}),
    defaultSnippets: suggestions.map(({ word, body, description }) => ({
      label: word,
      body: body ?? word,
      description,
    })),
  }
}

/**
 * One value or a list of such. Of alternatives all but one have a title: an editor that shows a description tells
 * them apart by it.
 */
export function oneOrMany(item: JsonSchema): JsonSchema {
  return { anyOf: [item, { type: 'array', title: 'List', items: item }] }
}
