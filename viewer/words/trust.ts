import type { Confidence } from '../../src/model/claim.ts'

/** The second half of the Admiralty code: how far a claim is borne out, from most to least sure. */
export const confidenceMeanings: Readonly<Record<Confidence, string>> = {
  confirmed: 'by other sources',
  probable: 'likely true',
  possible: 'may be true',
  doubtful: 'may well be untrue',
  improbable: 'most likely untrue',
}

export const confidenceLevels = Object.keys(confidenceMeanings) as Confidence[]

const reliabilityMeanings: ReadonlyMap<string, string> = new Map([
  ['A', 'completely reliable'],
  ['B', 'usually reliable'],
  ['C', 'fairly reliable'],
  ['D', 'not usually reliable'],
  ['E', 'unreliable'],
  ['F', 'reliability cannot be judged'],
])

/** `B, usually reliable`. */
export function reliabilityInWords(reliability: string): string {
  const meaning = reliabilityMeanings.get(reliability)
  return meaning === undefined ? reliability : `${reliability}, ${meaning}`
}
