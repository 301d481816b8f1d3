import type fc from 'fast-check'
import type { Imported, ImportedClaim } from '../../src/imports/imported.ts'
import { randomImported } from './random-imported.ts'

/** The same with ends, speakers, rivals and sources that are there, so that graphs have edges and evidence. */
export const connectedImported: fc.Arbitrary<Imported> = randomImported.map((imported) => {
  const keys = imported.things.map(({ key }) => key)
  const keyAt = (place: number) => keys[place % keys.length] ?? ''
  const connected = <Claim extends ImportedClaim>(claim: Claim, place: number): Claim => ({
    ...claim,
    saidBy: claim.saidBy?.map((_, at) => keyAt(place + at)) ?? [],
    rivals: claim.rivals?.map((rival, at) => ({
      ...rival,
      ...(rival.target !== undefined && { target: keyAt(place + at + 1) }),
    })),
  })
  const sources = ['bbc', 'lwj', 'Ada', 'nowhere'].map((title) => [title, { title }] as const)
  return {
    ...imported,
    things: imported.things.map((thing, at) => ({
      ...thing,
      ...(thing.date && { date: connected(thing.date, at) }),
      attributes: thing.attributes.map((attribute) => connected(attribute, at)),
    })),
    ties: imported.ties.map((tie, at) => ({
      ...connected(tie, at),
      ...{ source: keyAt(at), target: keyAt(at * 7 + 1) },
    })),
    sources: new Map([...sources, ...imported.sources]),
  }
})
