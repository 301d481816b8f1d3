import type { Confidence } from '../../src/model/claim.ts'
import { texts } from './texts.ts'

/** From most to least sure. */
export const confidenceLevels = Object.keys(texts.confidenceMeanings) as Confidence[]

/** `B, usually reliable`. */
export function reliabilityInWords(reliability: string): string {
  const meaning = Object.hasOwn(texts.reliabilities, reliability)
    ? texts.reliabilities[reliability]
    : undefined
  return meaning === undefined ? reliability : `${reliability}, ${meaning}`
}
