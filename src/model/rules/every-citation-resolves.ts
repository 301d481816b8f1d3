import { unknownLocator, unknownSource } from '../../diagnostics/problems/evidence.ts'
import type { BaseRule } from '../rule.ts'
import { placesInWords } from '../source.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every citation names a source that is there, and a place that the source has. */
export const everyCitationResolves: BaseRule = ({ brokenCitations, sources }, report) => {
  const sourceless = brokenCitations.filter(({ source }) => !sources.has(source))
  const suggestions = suggestAmong(
    sourceless.map(({ source }) => source),
    sources,
  )
  for (const { source: id, at = '', span } of brokenCitations) {
    const source = sources.get(id)
    if (source === undefined) report(unknownSource({ value: id, span }, suggestions.get(id)))
    else report(unknownLocator({ value: at, span }, id, placesInWords(source.places)))
  }
}
