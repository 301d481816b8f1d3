import { nearest } from '../text/nearest.ts'
import { WrongQuestion } from './wrong-question.ts'

/** What each option of a question takes. */
export type KindsOf<Options> = {
  readonly [Key in keyof Options]-?: KindOf<Exclude<Options[Key], undefined>>
}

type KindOf<Value> = Value extends readonly string[]
  ? 'texts'
  : Value extends string
    ? 'text'
    : Value extends number
      ? 'number'
      : Value extends boolean
        ? 'truth'
        : 'signal'

/**
 * The options of a question, none where there are none. For scripts without types: throws `WrongQuestion` where an
 * option is misspelt, which would otherwise ask for nothing, or is not what it takes.
 */
export function checkedOptions<Options extends object>(
  options: Options | undefined,
  kinds: KindsOf<Options>,
): Options {
  if (options === undefined) return {} as Options
  if (!isObject(options)) throw new WrongQuestion('Options are an object, such as { limit: 5 }.')
  const known: Readonly<Record<string, string>> = kinds
  for (const [name, value] of Object.entries(options)) {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined
    if (kind === undefined) throw new WrongQuestion(noOption(name, Object.keys(known)))
    if (value !== undefined && !takes(kind, value)) throw new WrongQuestion(wrongKind(name, kind))
  }
  return options
}

function isObject(options: unknown): boolean {
  return typeof options === 'object' && options !== null && !Array.isArray(options)
}

function noOption(name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  const hint = meant === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${meant}"?`
  return `There is no option "${name}". ${hint}`
}

function takes(kind: string, value: unknown): boolean {
  if (kind === 'texts') return isTexts(value)
  if (kind === 'text') return typeof value === 'string'
  if (kind === 'number') return typeof value === 'number'
  return kind === 'truth' ? typeof value === 'boolean' : value instanceof AbortSignal
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

const expected: Readonly<Record<string, string>> = {
  texts: 'a list of texts, such as ["one", "two"]',
  text: 'a text, such as "one"',
  number: 'a number, without quotes',
  truth: 'true or false, without quotes',
  signal: "an AbortController's signal",
}

function wrongKind(name: string, kind: string): string {
  return `The option "${name}" takes ${expected[kind]}.`
}
