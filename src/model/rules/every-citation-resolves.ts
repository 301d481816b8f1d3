import { unknownLocator, unknownSource } from '../../diagnostics/problems/evidence.ts'
import type { Base } from '../base.ts'
import type { Citation } from '../claim.ts'
import { eachCitation } from '../each-claim.ts'
import type { BaseRule } from '../rule.ts'
import { hasPlace, placesInWords } from '../source.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every citation names a source that is there, and a place that the source has. */
export const everyCitationResolves: BaseRule = (base, report) => {
  const { sources } = base
  const { sourceless, placeless } = brokenCitations(base)
  const suggestions = suggestAmong(
    Array.from(sourceless, ({ source }) => source),
    sources,
  )
  for (const { source, span } of sourceless) {
    report(unknownSource({ value: source, span }, suggestions.get(source)))
  }
  for (const { source, at = '', span } of placeless) {
    const places = sources.get(source)?.places
    if (places) report(unknownLocator({ value: at, span }, source, placesInWords(places)))
  }
}

function brokenCitations(base: Base) {
  const { sources, unreadable } = base
  // A file's own `cite` serves many claims and is reported once.
  const sourceless = new Set<Citation>()
  const placeless = new Set<Citation>()
  eachCitation(base, (citation) => {
    const source = sources.get(citation.source)
    if (source === undefined) {
      if (!unreadable.has(citation.source)) sourceless.add(citation)
    } else if (citation.at !== undefined && !hasPlace(source.places, citation.at)) {
      placeless.add(citation)
    }
  })
  return { sourceless, placeless }
}
