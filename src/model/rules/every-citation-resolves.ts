import {
  entityAsSource,
  unknownLocator,
  unknownSource,
} from '../../diagnostics/problems/evidence.ts'
import { isKebabName } from '../../text/entity-id.ts'
import type { Suggestion } from '../../text/nearest.ts'
import type { BaseRule } from '../rule.ts'
import { placesInWords, type Source } from '../source.ts'
import { suggestAmong } from '../suggest-among.ts'
import { suggestLocator } from '../suggest-locator.ts'
import { withoutPath } from '../without-path.ts'

/** Every citation names a source that is there, and a place that the source has. */
export const everyCitationResolves: BaseRule = ({ brokenCitations, entities, sources }, report) => {
  const sourceless = brokenCitations.filter(({ source }) => !sources.has(source))
  const suggestions = suggestAmong(
    sourceless.map(({ source }) => source),
    sources,
  )
  for (const { source: id, at = '', span } of brokenCitations) {
    const source = sources.get(id)
    if (source) {
      const { places } = source
      const suggestion = suggestLocator(places, at)
      report(unknownLocator({ value: at, span }, id, placesInWords(places), suggestion))
    } else if (entities.has(id)) report(entityAsSource({ value: id, span }))
    else {
      const meant = meantBy(id, sources) ?? suggestions.get(id)
      report(unknownSource({ value: id, span }, meant, isKebabName(id)))
    }
  }
}

/** A source named by its file, its title or its address, or with the place behind another sign than `#`. */
function meantBy(text: string, sources: ReadonlyMap<string, Source>): Suggestion | undefined {
  if (isKebabName(text)) return undefined
  const id = withoutPath(text)
  if (sources.has(id)) return { text: id, isOnly: true }
  const [, before = '', at] = /^([a-z0-9-]+) ?[:/,; ] ?([a-z0-9-]+)$/.exec(text) ?? []
  const places = sources.get(before)?.places
  const place = places && suggestLocator(places, at ?? '')
  if (place) return { text: `${before}#${place.text}`, isOnly: place.isOnly }
  const named = [...sources.values()].filter(
    ({ title, url, archive }) => title === text || url === text || archive === text,
  )
  const [only, another] = named
  return only && !another ? { text: only.id.value, isOnly: true } : undefined
}
