import { WrongQuestion } from '../wrong-question.ts'
import type { PathExpression } from './path-expression.ts'

/** Reads the labels of a walk one by one. It is in one state at a time, so that no walk is found twice. */
export interface Automaton {
  readonly states: number
  readonly start: number
  /** The state after state `s` and label `l` is `table[s * labels + l]`; -1 where there is none. */
  readonly table: Int32Array
  readonly labels: number
  readonly accepting: readonly boolean[]
}

/** Which labels a relation stands for when it is walked from source to target (or, `inverse`, the other way). */
export interface Alphabet {
  readonly labels: number
  readonly labelsOf: (relation: string, inverse: boolean) => readonly number[]
  /** All labels of walking some relation that way. */
  readonly all: (inverse: boolean) => readonly number[]
}

/** By Thompson's construction, and then by sets of states. */
export function automatonFor(expression: PathExpression, alphabet: Alphabet): Automaton {
  const build: Build = { alphabet, states: [] }
  const start = add(build)
  const end = append(build, expression, start, false)
  return determined(build, start, end)
}

interface State {
  /** Where it leads without a step. */
  readonly free: number[]
  readonly steps: { readonly labels: ReadonlySet<number>; readonly to: number }[]
}

interface Build {
  readonly alphabet: Alphabet
  readonly states: State[]
}

/** A path expression that a person writes has tens. */
const mostStates = 2_000

function add({ states }: Build): number {
  if (states.length === mostStates) throw tooLarge()
  return states.push({ free: [], steps: [] }) - 1
}

function tooLarge(): WrongQuestion {
  return new WrongQuestion(
    'The path expression has too many parts, once every {n,m} is written out. Ask for less at a time.',
  )
}

/** Adds what reads the expression from a state on, and gives the state in which it has been read. */
function append(build: Build, expression: PathExpression, from: number, isTurned: boolean): number {
  switch (expression.kind) {
    case 'relation': {
      const { relation, inverse } = expression
      return appendStep(build, from, build.alphabet.labelsOf(relation, inverse !== isTurned))
    }
    case 'not':
      return appendStep(build, from, labelsNot(build, expression, isTurned))
    case 'inverse':
      return append(build, expression.part, from, !isTurned)
    case 'sequence': {
      const parts = isTurned ? expression.parts.toReversed() : expression.parts
      return parts.reduce((state, part) => append(build, part, state, isTurned), from)
    }
    case 'choice': {
      const end = add(build)
      for (const part of expression.parts) {
        // A state of its own, so that what loops in one part does not lead into another.
        const begin = add(build)
        build.states[from]?.free.push(begin)
        build.states[append(build, part, begin, isTurned)]?.free.push(end)
      }
      return end
    }
    case 'repeat':
      return appendRepeat(build, expression, from, isTurned)
    default:
      return expression satisfies never
  }
}

function appendStep(build: Build, from: number, labels: readonly number[]): number {
  const to = add(build)
  build.states[from]?.steps.push({ labels: new Set(labels), to })
  return to
}

type Not = Extract<PathExpression, { kind: 'not' }>

function labelsNot({ alphabet }: Build, { ahead, back }: Not, isTurned: boolean): number[] {
  return [
    { names: ahead, inverse: isTurned },
    { names: back, inverse: !isTurned },
  ].flatMap(({ names, inverse }) => {
    if (names === undefined) return []
    const without = new Set(names.flatMap((name) => alphabet.labelsOf(name, inverse)))
    return alphabet.all(inverse).filter((label) => !without.has(label))
  })
}

type Repeat = Extract<PathExpression, { kind: 'repeat' }>

function appendRepeat(build: Build, repeat: Repeat, from: number, isTurned: boolean): number {
  const { part, least, most } = repeat
  let state = from
  for (let time = 0; time < least; time++) state = append(build, part, state, isTurned)
  if (most === Infinity) {
    const begin = add(build)
    build.states[state]?.free.push(begin)
    build.states[append(build, part, begin, isTurned)]?.free.push(begin)
    return begin
  }
  const end = add(build)
  build.states[state]?.free.push(end)
  for (let time = least; time < most; time++) {
    state = append(build, part, state, isTurned)
    build.states[state]?.free.push(end)
  }
  return end
}

function determined({ alphabet, states }: Build, start: number, end: number): Automaton {
  const { labels } = alphabet
  const sets: number[][] = []
  const numbers = new Map<string, number>()
  const table: number[] = []
  const numberOf = (set: number[]) => {
    const key = set.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    if (sets.length === mostSets) throw tooLarge()
    numbers.set(key, sets.length)
    return sets.push(set) - 1
  }
  numberOf(closure(states, [start]))
  for (const set of sets) {
    for (let label = 0; label < labels; label++) {
      const steps = set.flatMap((state) => states[state]?.steps ?? [])
      const next = steps.filter((step) => step.labels.has(label)).map(({ to }) => to)
      table.push(next.length === 0 ? -1 : numberOf(closure(states, next)))
    }
  }
  const accepting = sets.map((set) => set.includes(end))
  return { states: sets.length, start: 0, table: Int32Array.from(table), labels, accepting }
}

const mostSets = 200

/** With all states that are reached without a step, in order. */
function closure(states: readonly State[], from: readonly number[]): number[] {
  const all = new Set(from)
  for (const state of all) for (const free of states[state]?.free ?? []) all.add(free)
  return [...all].sort((a, b) => a - b)
}
