import { tokensOf } from '../documents/yaml-tokens.ts'
import type { Lines } from './extent.ts'

/** The comments of a text that stand within one range and outside of the others. */
export function commentsIn(text: string, within: Lines, without: readonly Lines[]): string[] {
  const isIn = ({ start, end }: Lines, at: number) => start <= at && at < end
  return [...tokensOf(text)]
    .filter(({ type }) => type === 'comment')
    .filter(({ start }) => isIn(within, start) && !without.some((range) => isIn(range, start)))
    .map(({ token }) => token.replace(/^#+\s*/, '').trimEnd())
    .filter((comment) => comment !== '')
}
