import { boundsOf } from '../dates/bounds.ts'
import { parseEdtf } from '../dates/parse-edtf.ts'

/** First and last possible day by edge, infinite where time is open or no date is known. */
export interface Spans {
  readonly first: Float64Array
  readonly last: Float64Array
}

export function spansOf(claims: readonly { readonly when?: string }[]): Spans {
  const first = new Float64Array(claims.length).fill(-Infinity)
  const last = new Float64Array(claims.length).fill(Infinity)
  const known = new Map<string, readonly [number, number]>()
  for (let edge = 0; edge < claims.length; edge++) {
    const when = claims[edge]?.when
    if (when === undefined) continue
    let span = known.get(when)
    if (span === undefined) {
      span = spanOf(when)
      known.set(when, span)
    }
    first[edge] = span[0]
    last[edge] = span[1]
  }
  return { first, last }
}

function spanOf(when: string): readonly [number, number] {
  const parsed = parseEdtf(when)
  if (!parsed.ok) return [-Infinity, Infinity]
  const { earliestStart, latestEnd } = boundsOf(parsed.date)
  return [earliestStart, latestEnd]
}
