import { unknownLocator, unknownSource } from '../../diagnostics/problems/evidence.ts'
import type { Base } from '../base.ts'
import type { Citation } from '../claim.ts'
import { eachCitation } from '../each-claim.ts'
import { perEntity } from '../memo.ts'
import type { BaseRule } from '../rule.ts'
import { hasPlace, placesInWords } from '../source.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every citation names a source that is there, and a place that the source has. */
export const everyCitationResolves: BaseRule = (base, report) => {
  const { sources, unreadable } = base
  const broken = brokenCitations(base).filter(({ source }) => !unreadable.has(source))
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

/** A citation at the top of a file serves many claims, and of many entities, and is told once. */
function brokenCitations({ entities, sources, identity }: Base): readonly Citation[] {
  const broken = new Set<Citation>()
  for (const { citations } of identity) {
    for (const citation of citations) if (!resolves(citation, sources)) broken.add(citation)
  }
  for (const entity of entities.values()) {
    for (const citation of brokenIn(entity, sources)) broken.add(citation)
  }
  return [...broken]
}

const brokenIn = perEntity((entity, sources: Base['sources']) => {
  const broken: Citation[] = []
  eachCitation(entity, (citation) => {
    if (!resolves(citation, sources)) broken.push(citation)
  })
  return broken
})

function resolves({ source: id, at }: Citation, sources: Base['sources']): boolean {
  const source = sources.get(id)
  return source !== undefined && (at === undefined || hasPlace(source.places, at))
}
