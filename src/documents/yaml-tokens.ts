import { yaml } from './yaml-package.ts'

/**
 * A piece of a YAML text; its type is one of the lexer's, or `text` for a plain scalar. Where a line is not indented
 * as deep as the brackets around it ask for, there is an empty `flow-error-end`.
 */
export interface YamlToken {
  readonly token: string
  readonly type: string
  readonly start: number
}

/** Marks that the lexer puts between tokens and that stand for no character of the text. */
const marks = new Set(['doc-mode', 'scalar'])

export function* tokensOf(text: string): Generator<YamlToken> {
  let start = 0
  const { CST, Lexer } = yaml()
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? 'text'
    if (marks.has(type) && token.length === 1) continue
    const isEnd = type === 'flow-error-end'
    yield { token: isEnd ? '' : token, type, start }
    if (!isEnd) start += token.length
  }
}
