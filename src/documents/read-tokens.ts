import type { CST } from 'yaml'
import { mostValues } from './limits.ts'
import { yaml } from './yaml-package.ts'

/** A file of such a shape that to go on would take more time, memory or stack than any base is worth. */
interface TooMuch {
  readonly what: 'deep-nesting' | 'many-values'
  readonly offset: number
}

/** The parser's stack holds a token for each level; it recurses over that stack whenever a level ends. */
const deepestStack = 100

/** Content that stands in no document: of a file that is lost like this, more of the same tells nothing. */
const mostLostTokens = 100

/** The concrete syntax of a text, made piece by piece, so that a hostile one is given up early. */
export function readTokens(text: string): readonly CST.Token[] | TooMuch {
  const { Lexer, Parser } = yaml()
  const parser = new Parser()
  const tokens: CST.Token[] = []
  const counter = valueCounter()
  let lost = 0
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser
    for (const token of parser.next(lexeme)) {
      tokens.push(token)
      if (token.type === 'error') lost++
    }
    if (parser.stack.length > deepestStack) return { what: 'deep-nesting', offset }
    if (counter.add(lexeme) > mostValues) return { what: 'many-values', offset }
    if (lost > mostLostTokens) return tokens
  }
  tokens.push(...parser.end())
  return tokens
}

/** A text block is a scalar behind its header. */
const values: ReadonlySet<string | null> = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'flow-seq-start',
  'flow-map-start',
])
const separators: ReadonlySet<string | null> = new Set(['seq-item-ind', 'map-value-ind', 'comma'])

/** How many values were begun; where two separators stand side by side an empty one is between them. */
function valueCounter() {
  let count = 0
  let isFilled = true
  return {
    add(lexeme: string): number {
      const type = yaml().CST.tokenType(lexeme)
      if (values.has(type)) {
        count++
        isFilled = true
      } else if (separators.has(type)) {
        if (!isFilled) count++
        isFilled = false
      }
      return count
    },
  }
}
