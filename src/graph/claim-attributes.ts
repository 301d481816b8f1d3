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

export function claimAttributes(claim: Claim, locate: Locate): ClaimAttributes {
  return {
    ...evidence(claim),
    rivals: distinct(claim.rivals.map(rivalAttributes)),
    ...placeOf(claim.span, locate),
  }
}

export function attributeClaim(claim: AttributeClaim, locate: Locate): AttributeClaimAttributes {
  return { value: claim.value, ...claimAttributes(claim, locate) }
}

/** A relation written at both ends may dispute itself twice in the same words. */
function distinct(rivals: readonly RivalAttributes[]): RivalAttributes[] {
  return [...new Map(rivals.map((rival) => [JSON.stringify(rival), rival])).values()]
}

function rivalAttributes(rival: Rival): RivalAttributes {
  const { value, target, denied } = rival
  return {
    ...(value !== undefined && { value }),
    ...(target !== undefined && { target: target.value }),
    ...(denied && { denied }),
    ...evidence(rival),
  }
}

function evidence(claim: Omit<Claim, 'rivals'>): Evidence {
  const { when, confidence, citations, saidBy, inferred, note } = claim
  return {
    ...dates(when),
    ...(confidence !== undefined && { confidence }),
    citations: citationAttributes(citations),
    saidBy: [...new Set(saidBy.map(({ value }) => value))],
    ...(inferred !== undefined && { inferred }),
    ...(note !== undefined && { note }),
  }
}

export function dates(when: When | undefined): { when?: string; start?: string; end?: string } {
  if (when === undefined) return {}
  const { earliestStart, latestEnd } = boundsOf(when.date)
  return {
    when: when.text,
    ...(Number.isFinite(earliestStart) && { start: isoDay(earliestStart) }),
    ...(Number.isFinite(latestEnd) && { end: isoDay(latestEnd) }),
  }
}

/** Each place once, in the order in which the curator named it; a quote wins over its absence. */
export function citationAttributes(citations: readonly Citation[]): CitationAttributes[] {
  const places = new Map<string, CitationAttributes>()
  for (const { source, at, quote } of citations) {
    const key = JSON.stringify([source, at])
    const known = places.get(key)
    if (known?.quote !== undefined && quote !== undefined && known.quote !== quote) {
      places.set(JSON.stringify([source, at, quote]), {
        source,
        ...(at !== undefined && { at }),
        quote,
      })
    } else if (known === undefined || quote !== undefined) {
      places.set(key, {
        source,
        ...(at !== undefined && { at }),
        ...(quote !== undefined && { quote }),
      })
    }
  }
  return [...places.values()]
}

export function placeOf(span: Span, locate: Locate): { file: string; line: number } {
  return { file: span.file, line: locate(span).line }
}
