import type { AskedBase } from './asked-base.ts'

/** What an argument takes, in the words of `checkedOptions`. */
export type Kind = 'text' | 'texts' | 'number' | 'truth'
export type Kinds = Readonly<Record<string, Kind>>

type Value<K extends Kind> = K extends 'text'
  ? string
  : K extends 'texts'
    ? readonly string[]
    : K extends 'number'
      ? number
      : boolean

/** Arguments of these kinds, of which some must be there. */
export type Arguments<K extends Kinds, R extends keyof K> = {
  readonly [Name in Exclude<keyof K, R>]?: Value<K[Name]>
} & { readonly [Name in R]: Value<K[Name]> }

export interface Asking<A> {
  readonly base: AskedBase
  readonly args: A
  /** How many items of a list are wanted. */
  readonly limit: number
  readonly signal: AbortSignal | undefined
}

/** A page of what was asked for. */
export interface Answer {
  /** Sentences with their evidence, as the command line has them. */
  readonly text: string
  /** What the command line prints for scripts, of a list this page alone. */
  readonly json: object
  /** What stands on no page so far, and how to ask for it. */
  readonly more?: More
}

export interface More {
  readonly left: number
  readonly tool: string
  readonly arguments: Readonly<Record<string, string | number>>
}

/** A question that an assistant may ask. None changes anything. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly kinds: Kinds
  readonly required: readonly string[]
  /** How many items a page has unless told. */
  readonly limit: number
  /** The parts of the JSON that are always worth knowing of. */
  readonly gives: Readonly<Record<string, 'array' | 'object' | 'string' | 'integer' | 'boolean'>>
  readonly answer: (asking: Asking<never>) => Promise<Answer>
}

/** A tool whose answer knows the types of its arguments. */
export function toolOf<K extends Kinds, R extends keyof K & string>(
  tool: Omit<Tool, 'kinds' | 'required' | 'answer'> & {
    readonly kinds: K
    readonly required: readonly R[]
    readonly answer: (asking: Asking<Arguments<K, R>>) => Promise<Answer>
  },
): Tool {
  return tool as Tool
}

/** What follows a page of a list that is asked for by `offset`. */
export function moreAfter(tool: string, shownUpTo: number, total: number): { more?: More } {
  const left = total - shownUpTo
  return left > 0 ? { more: { left, tool, arguments: { offset: shownUpTo } } } : {}
}
