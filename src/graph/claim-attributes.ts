import { boundsOf } from '../dates/bounds.ts'
import { isoDay } from '../dates/calendar.ts'
import type { AttributeClaim, Citation, Claim, Rival, When } from '../model/claim.ts'
import type { Position } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type {
  AttributeClaimAttributes,
  CitationAttributes,
  ClaimAttributes,
  Evidence,
  RivalAttributes,
} from './knowledge-graph.ts'

/** Line and column of a place in a source file. */
export type Locate = (span: Span) => Position

// Objects are filled key by key, in one order: what is spread together has a shape of its own each time, and all who
// read it later, the exports above all, take twice as long.

/** Adds what a claim says beside its value to what is known of an edge or an attribute. */
export function addClaim<T extends object>(
  to: T,
  claim: Claim,
  locate: Locate,
): T & ClaimAttributes {
  const filled: T & Partial<ClaimAttributes> = addEvidence(to, claim)
  filled.rivals = distinct(claim.rivals.map(rivalAttributes))
  return addPlace(filled, claim.span, locate) as T & ClaimAttributes
}

export function attributeClaim(claim: AttributeClaim, locate: Locate): AttributeClaimAttributes {
  return addClaim({ value: claim.value }, claim, locate)
}

/** A relation written at both ends may dispute itself twice in the same words. */
function distinct(rivals: RivalAttributes[]): RivalAttributes[] {
  if (rivals.length < 2) return rivals
  return [...new Map(rivals.map((rival) => [JSON.stringify(rival), rival])).values()]
}

function rivalAttributes(rival: Rival): RivalAttributes {
  const { value, target, denied } = rival
  const to: Partial<RivalAttributes> = {}
  if (value !== undefined) to.value = value
  if (target !== undefined) to.target = target.value
  if (denied) to.denied = denied
  return addEvidence(to, rival)
}

function addEvidence<T extends object>(to: T, claim: Omit<Claim, 'rivals'>): T & Evidence {
  const { when, confidence, citations, saidBy, inferred, note } = claim
  const filled: T & Partial<Evidence> = addDates(to, when)
  if (confidence !== undefined) filled.confidence = confidence
  filled.citations = citationAttributes(citations)
  filled.saidBy = saidBy.length === 0 ? [] : [...new Set(saidBy.map(({ value }) => value))]
  if (inferred !== undefined) filled.inferred = inferred
  if (note !== undefined) filled.note = note
  return filled as T & Evidence
}

export function addDates<T extends object>(to: T, when: When | undefined): T & Dates {
  const filled: T & Dates = to
  if (when === undefined) return filled
  const { earliestStart, latestEnd } = boundsOf(when.date)
  filled.when = when.text
  if (Number.isFinite(earliestStart)) filled.start = isoDay(earliestStart)
  if (Number.isFinite(latestEnd)) filled.end = isoDay(latestEnd)
  return filled
}

type Dates = Pick<Evidence, 'when' | 'start' | 'end'>

/** Each place once, in the order in which the curator named it; a quote wins over its absence. */
export function citationAttributes(citations: readonly Citation[]): CitationAttributes[] {
  const [first] = citations
  if (first === undefined) return []
  if (citations.length === 1) return [citationOf(first)]
  const places = new Map<string, CitationAttributes>()
  for (const citation of citations) {
    const { source, at, quote } = citation
    const key = JSON.stringify([source, at])
    const known = places.get(key)
    if (known?.quote !== undefined && quote !== undefined && known.quote !== quote) {
      places.set(JSON.stringify([source, at, quote]), citationOf(citation))
    } else if (known === undefined || quote !== undefined) {
      places.set(key, citationOf(citation))
    }
  }
  return [...places.values()]
}

function citationOf({ source, at, quote }: Citation): CitationAttributes {
  const to: CitationAttributes = { source }
  if (at !== undefined) to.at = at
  if (quote !== undefined) to.quote = quote
  return to
}

export function addPlace<T extends object>(to: T, span: Span, locate: Locate): T & Place {
  const filled: T & Partial<Place> = to
  filled.file = span.file
  filled.line = locate(span).line
  return filled as T & Place
}

type Place = Pick<ClaimAttributes, 'file' | 'line'>
