import { confidences, type Scalar } from '../../model/claim.ts'
import { given } from '../given.ts'
import type {
  ImportedCitation,
  ImportedClaim,
  ImportedEvidence,
  ImportedRival,
} from '../imported.ts'
import { listIn, textIn, textsIn, valueIn } from './json-values.ts'

/** How one of our own exports writes what the graph says. */
export interface OwnWriting {
  readonly names: OwnNames
  /** The keys of the thing and of the source that an id means. */
  readonly thingKey: (id: string) => string
  readonly sourceKey: (id: string) => string
}

/** What an export calls those parts whose names in the graph its format may not like. */
export type OwnNames = Readonly<Record<'saidBy' | 'at' | 'inverseLabel' | 'saysInverse', string>>

export function ownClaim(claim: unknown, writing: OwnWriting): ImportedClaim {
  const rivals = listIn(claim, 'rivals').map((rival) => ownRival(rival, writing))
  return { ...ownEvidence(claim, writing), rivals }
}

function ownRival(rival: unknown, writing: OwnWriting): ImportedRival {
  const target = textIn(rival, 'target')
  return {
    ...ownEvidence(rival, writing),
    ...given('value', scalarIn(rival, 'value')),
    ...(target !== undefined && { target: writing.thingKey(target) }),
    ...(valueIn(rival, 'denied') === true && { denied: true }),
  }
}

function ownEvidence(claim: unknown, writing: OwnWriting): ImportedEvidence {
  const told = textIn(claim, 'confidence')
  const confidence = confidences.find((one) => one === told)
  const unfit = told !== undefined && confidence === undefined ? [`confidence: ${told}`] : []
  const note = [textIn(claim, 'note'), ...unfit].filter((line) => line !== undefined)
  return {
    ...given('when', textIn(claim, 'when')),
    citations: ownCitations(claim, writing),
    saidBy: textsIn(claim, writing.names.saidBy).map(writing.thingKey),
    ...given('confidence', confidence),
    ...given('inferred', textIn(claim, 'inferred')),
    ...given('note', note.length === 0 ? undefined : note.join('\n')),
  }
}

export function ownCitations(claim: unknown, { names, sourceKey }: OwnWriting): ImportedCitation[] {
  return listIn(claim, 'citations').flatMap((citation) => {
    const source = textIn(citation, 'source')
    if (source === undefined) return []
    return {
      source: sourceKey(source),
      ...given('at', textIn(citation, names.at)),
      ...given('quote', textIn(citation, 'quote')),
    }
  })
}

export function scalarIn(object: unknown, key: string): Scalar | undefined {
  const value = valueIn(object, key)
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value)
  return isScalar ? (value as Scalar) : undefined
}
