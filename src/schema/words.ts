import type { JsonSchema, Word } from './json-schema.ts'

/** One of some words that explain themselves. */
export function oneOf(words: Iterable<string>): JsonSchema {
  return { enum: [...new Set([...words].flatMap(readingsOf))] }
}

/** One of some words, each with what it means. */
export function choice(meanings: Readonly<Record<string, string>>): JsonSchema {
  const readings = Object.entries(meanings).flatMap(([word, meaning]) =>
    readingsOf(word).map((reading) => ({ reading, meaning })),
  )
  return {
    enum: readings.map(({ reading }) => reading),
    enumDescriptions: readings.map(({ meaning }) => meaning),
  }
}

/** A word and no other; unlike `const` it is not met by a longer one that is only begun, as while one types. */
export function exactly(word: string): JsonSchema {
  const readings = readingsOf(word)
  return readings.length > 1
    ? { enum: readings }
    : { type: 'string', pattern: `^\\s*${literally(word)}\\s*$` }
}

/** The part of a pattern that is met by a word alone, whatever characters it has. */
export function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

const number = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
const otherBase = /^0(o[0-7]+|x[0-9a-fA-F]+)$/
const truth = /^(true|True|TRUE|false|False|FALSE)$/

/**
 * A word as YAML's core schema hands it on: `dead` is a text wherever it stands, `2011` is a number unless it is
 * quoted. The checker takes both spellings for the same word.
 */
function readingsOf(word: string): readonly Word[] {
  if (number.test(word) || otherBase.test(word)) return [word, Number(word)]
  return truth.test(word) ? [word, word.toLowerCase() === 'true'] : [word]
}
