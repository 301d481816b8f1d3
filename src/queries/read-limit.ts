import { WrongQuestion } from './wrong-question.ts'

/** A number that a person gave for a limit; it throws `WrongQuestion` for what is no whole number from 1 on. */
export function readLimit(limit: number | undefined, option: string): number | undefined {
  if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 1)) return limit
  throw new WrongQuestion(`"--${option} ${limit}" should be a whole number from 1 on.`)
}
