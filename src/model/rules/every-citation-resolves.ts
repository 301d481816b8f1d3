import { unknownLocator, unknownSource } from '../../diagnostics/problems/evidence.ts'
import type { Base } from '../base.ts'
import type { Citation } from '../claim.ts'
import { everyClaim, readings } from '../every-claim.ts'
import type { Rule } from '../rule.ts'
import { hasPlace, placesInWords } from '../source.ts'
import { suggester } from '../suggester.ts'

/** Every citation names a source that is there, and a place that the source has. */
export const everyCitationResolves: Rule = (base, report) => {
  const { sources, unreadable } = base
  const suggest = suggester(sources)
  for (const { source: id, at, span } of citations(base)) {
    const source = sources.get(id)
    if (source === undefined) {
      if (unreadable.has(id)) continue
      report(unknownSource({ value: id, span }, suggest(id)))
    } else if (at !== undefined && !hasPlace(source.places, at)) {
      report(unknownLocator({ value: at, span }, id, placesInWords(source.places)))
    }
  }
}

/** A file's own `cite` serves many claims and counts once. */
function citations(base: Base): Set<Citation> {
  const found = new Set<Citation>()
  const add = (list: readonly Citation[]) => {
    for (const citation of list) found.add(citation)
  }
  for (const decision of base.identity) add(decision.citations)
  for (const claim of everyClaim(base)) {
    for (const reading of readings(claim)) add(reading.citations)
  }
  return found
}
