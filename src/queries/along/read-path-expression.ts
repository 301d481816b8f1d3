import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { nearest } from '../../text/nearest.ts'
import { mostHops } from '../routes/cost.ts'
import type { PathExpression } from './path-expression.ts'
import { type Token, tokensOf } from './tokens.ts'
import { WrongExpression } from './wrong-expression.ts'

/**
 * Reads a property path in the syntax of SPARQL 1.1, with `{n,m}` of its drafts. Throws `WrongExpression`, which
 * points at what cannot be read and says what was meant.
 */
export function readPathExpression(graph: KnowledgeGraph, text: string): PathExpression {
  const reader: Reader = { graph, text, tokens: tokensOf(text), at: 0, depth: 0 }
  if (reader.tokens.length === 0) {
    throw new WrongExpression(
      'The path expression is empty. Write relations, such as leads/allied-with*.',
      text,
      0,
      text.length,
    )
  }
  const expression = readChoice(reader)
  const rest = peek(reader)
  if (rest !== undefined) throw wrong(reader, rest, leftOver(rest))
  return expression
}

interface Reader {
  readonly graph: KnowledgeGraph
  readonly text: string
  readonly tokens: readonly Token[]
  at: number
  /** Brackets that are open. */
  depth: number
}

/** A bracket takes a piece of the stack, here and in all that walks the expression. */
const deepest = 50

function readChoice(reader: Reader): PathExpression {
  return readParts(reader, '|', 'choice', readSequence)
}

function readSequence(reader: Reader): PathExpression {
  return readParts(reader, '/', 'sequence', readElement)
}

function readParts(
  reader: Reader,
  sign: string,
  kind: 'choice' | 'sequence',
  readPart: (reader: Reader) => PathExpression,
): PathExpression {
  const first = readPart(reader)
  const parts = [first]
  while (take(reader, sign)) parts.push(readPart(reader))
  return parts.length === 1 ? first : { kind, parts }
}

/** In SPARQL `^` binds less than what is repeated: `^leads*` is `^(leads*)`. */
function readElement(reader: Reader): PathExpression {
  if (take(reader, '^')) return { kind: 'inverse', part: readRepeated(reader) }
  return readRepeated(reader)
}

function readRepeated(reader: Reader): PathExpression {
  const part = readPrimary(reader)
  const token = peek(reader)
  const bounds = token && repeats.get(token.text)
  if (bounds) {
    reader.at++
    return { kind: 'repeat', part, ...bounds }
  }
  return token?.text === '{' ? { kind: 'repeat', part, ...readCounts(reader) } : part
}

const repeats: ReadonlyMap<string, { readonly least: number; readonly most: number }> = new Map([
  ['*', { least: 0, most: Infinity }],
  ['+', { least: 1, most: Infinity }],
  ['?', { least: 0, most: 1 }],
])

/** `{2}`, `{1,3}`, `{2,}` or `{,3}`. */
function readCounts(reader: Reader): { least: number; most: number } {
  const open = next(reader)
  const first = readCount(reader)
  const isRange = take(reader, ',')
  const last = isRange ? readCount(reader) : first
  const close = peek(reader)
  if (close?.text !== '}' || (first === undefined && last === undefined)) {
    throw wrong(reader, open, 'Counts are written {2}, {1,3}, {2,} or {,3}.')
  }
  reader.at++
  const least = first?.count ?? 0
  const most = last?.count ?? Infinity
  if (least > most) {
    const span = { ...open, end: close.end }
    throw wrong(reader, span, `At least ${least} and at most ${most} cannot be. Turn them around.`)
  }
  return { least, most }
}

function readCount(reader: Reader): { count: number } | undefined {
  const token = peek(reader)
  if (token === undefined || !/^[0-9]+$/.test(token.text)) return undefined
  reader.at++
  const count = Number(token.text)
  if (count > mostHops) {
    throw wrong(reader, token, `A path has at most ${mostHops} hops, so ${token.text} is too many.`)
  }
  return { count }
}

function readPrimary(reader: Reader): PathExpression {
  const token = peek(reader)
  if (token?.text === '(') return readBrackets(reader, token)
  if (token?.text === '!') {
    reader.at++
    return readNot(reader)
  }
  return { kind: 'relation', ...readRelation(reader) }
}

function readBrackets(reader: Reader, open: Token): PathExpression {
  if (reader.depth === deepest) {
    throw wrong(reader, open, `More than ${deepest} brackets within each other are not read.`)
  }
  reader.at++
  reader.depth++
  const inner = readChoice(reader)
  close(reader, open)
  reader.depth--
  return inner
}

function readNot(reader: Reader): PathExpression {
  const open = peek(reader)
  const names = open?.text === '(' ? readList(reader, open) : [readNotOne(reader)]
  const ahead = names.filter(({ inverse }) => !inverse).map(({ relation }) => relation)
  const back = names.filter(({ inverse }) => inverse).map(({ relation }) => relation)
  return {
    kind: 'not',
    ...((ahead.length > 0 || names.length === 0) && { ahead }),
    ...(back.length > 0 && { back }),
  }
}

function readList(reader: Reader, open: Token): Named[] {
  reader.at++
  if (take(reader, ')')) return []
  const names = [readNotOne(reader)]
  while (take(reader, '|')) names.push(readNotOne(reader))
  close(reader, open)
  return names
}

function readNotOne(reader: Reader): Named {
  const isTurned = take(reader, '^')
  const { relation, inverse } = readRelation(reader)
  return { relation, inverse: inverse !== isTurned }
}

interface Named {
  readonly relation: string
  readonly inverse: boolean
}

function readRelation(reader: Reader): Named {
  const token = peek(reader)
  if (token === undefined || !token.isName) throw wrong(reader, token, missingRelation(reader))
  reader.at++
  const { relations, entities } = reader.graph.getAttribute('ontology')
  const name = token.text
  if (Object.hasOwn(relations, name)) return { relation: name, inverse: false }
  const turned = Object.keys(relations).find((id) => relations[id]?.inverse === name)
  if (turned !== undefined) return { relation: turned, inverse: true }
  const inverses = Object.values(relations).flatMap(({ inverse }) => inverse ?? [])
  const names = [...Object.keys(relations), ...inverses]
  const meant = nearest(name, names)
  const what = Object.hasOwn(entities, name)
    ? `"${name}" is a type of entity, and a path expression is made of relations.`
    : `There is no relation "${name}".`
  const hint = meant === undefined ? `Choose from ${names.join(', ')}.` : `Did you mean "${meant}"?`
  throw wrong(reader, token, `${what} ${hint}`)
}

function missingRelation({ tokens, at }: Reader): string {
  const before = tokens[at - 1]
  return before === undefined
    ? 'An expression begins with a relation, "^", "!" or "(".'
    : `After "${before.text}" a relation is missing, or "(".`
}

function leftOver(token: Token): string {
  if (token.text === ')') return 'This ")" closes nothing. Take it out, or add a "(".'
  if (token.isName || '(!^'.includes(token.text)) {
    return 'Between two relations stands "/" (then this one) or "|" (or this one).'
  }
  if (repeats.has(token.text) || token.text === '{') {
    return 'What is repeated already is put in brackets before it is repeated again.'
  }
  return `"${token.text}" has no meaning here.`
}

function close(reader: Reader, open: Token): void {
  if (take(reader, ')')) return
  const token = peek(reader)
  if (token === undefined) throw wrong(reader, open, 'This "(" is never closed. Add a ")".')
  throw wrong(reader, token, leftOver(token))
}

function take(reader: Reader, sign: string): boolean {
  if (peek(reader)?.text !== sign) return false
  reader.at++
  return true
}

function peek({ tokens, at }: Reader): Token | undefined {
  return tokens[at]
}

function next(reader: Reader): Token {
  const token = reader.tokens[reader.at++]
  if (token === undefined) throw new Error('A token was seen that is not there.')
  return token
}

/** At a token, or at the end of the expression. */
function wrong(
  { text }: Reader,
  token: Pick<Token, 'start' | 'end'> | undefined,
  message: string,
): WrongExpression {
  const { start, end } = token ?? { start: text.length, end: text.length + 1 }
  return new WrongExpression(message, text, start, end)
}
