import { unknownLocator, unknownSource } from '../../diagnostics/problems/evidence.ts'
import type { Base } from '../base.ts'
import type { Citation } from '../claim.ts'
import type { BaseRule } from '../rule.ts'
import { hasPlace, placesInWords } from '../source.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every citation names a source that is there, and a place that the source has. */
export const everyCitationResolves: BaseRule = (base, report) => {
  const { sources } = base
  const broken = brokenCitations(base)
  const sourceless = broken.filter(({ source }) => !sources.has(source))
  const suggestions = suggestAmong(
    sourceless.map(({ source }) => source),
    sources,
  )
  for (const { source: id, at = '', span } of broken) {
    const source = sources.get(id)
    if (source === undefined) report(unknownSource({ value: id, span }, suggestions.get(id)))
    else report(unknownLocator({ value: at, span }, id, placesInWords(source.places)))
  }
}

function brokenCitations({ mentions, sources, unreadable }: Base): readonly Citation[] {
  const broken: Citation[] = []
  for (const { citations } of mentions) {
    for (const citation of citations) {
      const source = sources.get(citation.source)
      const isBroken = source
        ? citation.at !== undefined && !hasPlace(source.places, citation.at)
        : !unreadable.has(citation.source)
      if (isBroken) broken.push(citation)
    }
  }
  return broken
}
