import type { CleanCitation, CleanClaim, CleanRival } from './clean-claim.ts'
import {
  briefList,
  briefPart,
  datePart,
  idPart,
  listPart,
  type Part,
  textPart,
  wordPart,
} from './layout-parts.ts'

type Entries = readonly (readonly [string, Part | undefined])[]

/** The keys that every claim may have; `cite` is left out where the claim cites what its entity does. */
export function claimEntries(
  claim: CleanClaim,
  shared: string | undefined,
  write: WriteValue,
): Entries {
  return [
    ...evidenceEntries(claim, shared),
    [
      'rivals',
      claim.rivals.length === 0
        ? undefined
        : listPart(claim.rivals.map((rival) => rivalPart(rival, write))),
    ],
  ]
}

/** How the value of an attribute is written: as a text, a number or a date. */
export type WriteValue = (value: string) => Part

export function citePart(citations: readonly CleanCitation[]): Part | undefined {
  const [first, ...others] = citations.map(citationPart)
  if (first === undefined) return undefined
  return others.length === 0 ? first : briefList([first, ...others])
}

/** Equal for claims that cite the same places; nothing for those that cite none. */
export function citeKey({
  citations,
}: {
  readonly citations: readonly CleanCitation[]
}): string | undefined {
  return citations.length === 0 ? undefined : JSON.stringify(citations)
}

function evidenceEntries(
  { when, citations, saidBy, confidence, inferred, note }: Omit<CleanClaim, 'rivals'>,
  shared: string | undefined,
): Entries {
  const [speaker, ...others] = saidBy.map(idPart)
  return [
    ['when', when === undefined ? undefined : datePart(when)],
    ['cite', citeKey({ citations }) === shared ? undefined : citePart(citations)],
    ['said-by', speaker && (others.length === 0 ? speaker : briefList([speaker, ...others]))],
    ['confidence', confidence && wordPart(confidence)],
    ['inferred', inferred === undefined ? undefined : textPart(inferred)],
    ['note', note === undefined ? undefined : textPart(note)],
  ]
}

function rivalPart({ value, target, denied, ...evidence }: CleanRival, write: WriteValue): Part {
  const entries: Entries = [
    ['value', value === undefined ? undefined : write(value)],
    ['target', target === undefined ? undefined : idPart(target)],
    ['denied', denied && wordPart('true')],
    ...evidenceEntries(evidence, undefined),
  ]
  return briefPart(entries)
}

function citationPart({ source, at, quote }: CleanCitation): Part {
  if (quote === undefined && (at === undefined || /^[^\s#,;]+$/.test(at))) {
    return textPart(at === undefined ? source : `${source}#${at}`)
  }
  return briefPart([
    ['source', idPart(source)],
    ['at', at === undefined ? undefined : textPart(at)],
    ['quote', quote === undefined ? undefined : textPart(quote)],
  ])
}
