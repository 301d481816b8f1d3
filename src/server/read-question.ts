import { isEntityId } from '../text/entity-id.ts'
import type { GraphQuestion } from './graph-question.ts'

/** More entities than a page can show, or an address can name. */
const mostAsked = 1000
const mostHops = 12
const longestText = 200

export type ReadQuestion =
  | { readonly ok: true; readonly question: GraphQuestion }
  | { readonly ok: false; readonly reason: string }

/** Reads what stands behind `/ask/`. Anything that is not exactly a question is refused, with what is expected. */
export function readQuestion(encoded: string): ReadQuestion {
  const asked = parse(encoded)
  if (asked === undefined) return refuse('The question is no JSON object.')
  const { kind, ...rest } = asked
  const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
  if (shape === undefined) return refuse(`Ask for one of ${Object.keys(shapes).join(', ')}.`)
  const wrong = Object.entries(shape).find(([key, { isRight }]) => !isRight(rest[key]))
  if (wrong !== undefined) return refuse(`"${wrong[0]}" is ${wrong[1].expected}.`)
  if (Object.keys(rest).length > Object.keys(shape).length) {
    return refuse(`Besides its kind the question has ${inWords(Object.keys(shape))}.`)
  }
  return { ok: true, question: asked as unknown as GraphQuestion }
}

interface Rule {
  readonly expected: string
  readonly isRight: (value: unknown) => boolean
}

const id: Rule = {
  expected: 'the id of an entity',
  isRight: (value) => typeof value === 'string' && isEntityId(value),
}
const ids: Rule = {
  expected: `a list of at most ${mostAsked} ids`,
  isRight: (value) => Array.isArray(value) && value.length <= mostAsked && value.every(id.isRight),
}
const most = wholeUpTo(mostAsked)

const shapes: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  overview: {},
  groups: {},
  part: { ids },
  around: { id, hops: wholeUpTo(mostHops), most, here: ids },
  find: {
    text: {
      expected: `a text of at most ${longestText} characters`,
      isRight: (value) => typeof value === 'string' && value.length <= longestText,
    },
    most,
  },
  paths: {
    from: id,
    to: id,
    anywhere: { expected: 'true or false', isRight: (value) => typeof value === 'boolean' },
  },
}

function wholeUpTo(highest: number): Rule {
  return {
    expected: `a whole number from 1 to ${highest}`,
    isRight: (value) =>
      Number.isInteger(value) && (value as number) >= 1 && (value as number) <= highest,
  }
}

function parse(encoded: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(encoded))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function inWords(keys: readonly string[]): string {
  return keys.length === 0 ? 'nothing' : `nothing but ${keys.join(', ')}`
}

function refuse(reason: string): ReadQuestion {
  return { ok: false, reason }
}
