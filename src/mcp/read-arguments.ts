import { checkedOptions } from '../queries/checked-options.ts'
import { readLimit } from '../queries/read-limit.ts'
import { WrongQuestion } from '../queries/wrong-question.ts'
import { argumentMeanings } from './argument-meanings.ts'
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
  readLimit(args.limit as number | undefined, 'limit')
  const { offset = 0 } = args
  if (!Number.isSafeInteger(offset) || (offset as number) < 0) {
    throw new WrongQuestion(`"offset" takes a whole number from 0 on, and "${offset}" is none.`)
  }
  return args
}
