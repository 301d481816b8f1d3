import { checkedOptions } from '../queries/checked-options.ts'
import { readLimit } from '../queries/read-limit.ts'
import { WrongQuestion } from '../queries/wrong-question.ts'
import { argumentMeanings, mostCharacters, mostTexts } from './argument-meanings.ts'
import type { Tool } from './tool.ts'

export type GivenArguments = Readonly<Record<string, unknown>>

/** The arguments of a call, as the tool takes them. Throws `WrongQuestion` for what it does not. */
export function readArguments({ name, kinds, required }: Tool, given: unknown): GivenArguments {
  const args: GivenArguments = checkedOptions<GivenArguments>(
    (given ?? {}) as GivenArguments,
    kinds as never,
  )
  for (const argument of required) {
    if (args[argument] !== undefined) continue
    const { description = '' } = argumentMeanings[argument] ?? {}
    throw new WrongQuestion(`"${name}" needs the argument "${argument}". ${description}`)
  }
  for (const [argument, value] of Object.entries(args)) checkLength(argument, value)
  readLimit(args.limit as number | undefined, 'limit')
  const { offset = 0 } = args
  if (!Number.isSafeInteger(offset) || (offset as number) < 0) {
    throw new WrongQuestion(`"offset" takes a whole number from 0 on, and "${offset}" is none.`)
  }
  return args
}

function checkLength(argument: string, value: unknown): void {
  const { longest = mostCharacters } = argumentMeanings[argument] ?? {}
  const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  if (texts.length > mostTexts) {
    throw new WrongQuestion(`"${argument}" takes at most ${mostTexts} texts.`)
  }
  if (texts.some((text: string) => text.length > longest)) {
    throw new WrongQuestion(`"${argument}" takes at most ${longest} characters. Ask for less.`)
  }
}
