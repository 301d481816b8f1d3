import type { Definitions } from './json-schema.ts'
import { oneOrMany, ref } from './json-schema.ts'

export const idPattern = '^\\s*[a-z0-9]+(-[a-z0-9]+)*\\s*$'

/**
 * Values that stand in all kinds of files. They accept what YAML makes of an unquoted word: `name: 1984` is a number
 * there and a text for the checker.
 */
export const scalars: Definitions = {
  text: {
    title: 'Text',
    anyOf: [
      {
        type: ['string', 'number'],
        pattern: '\\S',
        errorMessage: 'This should be a text.',
      },
      // A truth value, said in a way from which no editor offers "true" and "false" for every text.
      { title: 'Truth value', not: { type: ['string', 'number', 'object', 'array', 'null'] } },
    ],
  },
  texts: oneOrMany(ref('text')),
  date: {
    title: 'Date',
    type: ['string', 'number'],
    pattern: '^\\s*[-0-9XYES.,/~?%[\\]{}]+\\s*$',
    errorMessage:
      'This should be a date: 2012, 2012-03, 2012-03-17, 2009/2012, ../2012, 2012~ (about) or 2012? (uncertain). Put a date that begins with [ or { in quotes.',
  },
  address: {
    title: 'Address',
    type: 'string',
    pattern: '^\\s*[hH][tT][tT][pP][sS]?://',
    errorMessage: 'This should be an address that begins with https:// or http://.',
  },
  count: {
    title: 'Count',
    type: 'integer',
    minimum: 1,
    errorMessage: 'This should be a whole number, 1 or more, in digits.',
  },
}
