import {
  entityAsSource,
  unknownLocator,
  unknownSource,
} from '../../diagnostics/problems/evidence.ts'
import { isKebabName } from '../../text/entity-id.ts'
import type { Suggestion } from '../../text/nearest.ts'
import type { Citation } from '../claim.ts'
import { fileName } from '../read-entity.ts'
import type { BaseRule } from '../rule.ts'
import { placesInWords, type Source } from '../source.ts'
import { suggestAmong } from '../suggest-among.ts'
import { suggestLocator } from '../suggest-locator.ts'

/** Every citation names a source that is there, and a place that the source has. */
export const everyCitationResolves: BaseRule = ({ brokenCitations, entities, sources }, report) => {
  const sourceless = brokenCitations.filter(({ source }) => !sources.has(source))
  const suggestions = suggestAmong(
    sourceless.map(({ source }) => source),
    sources,
  )
  const meant = sourcesMeant(sources)
  for (const citation of brokenCitations) {
    const { source: id, at = '', span } = citation
    const source = sources.get(id)
    if (source) {
      const { places } = source
      const suggestion = suggestLocator(places, at)
      report(unknownLocator({ value: at, span }, id, placesInWords(places), suggestion))
    } else if (entities.has(id)) report(entityAsSource({ value: id, span }))
    else {
      const suggestion = meant(citation) ?? suggestions.get(id)
      report(unknownSource({ value: id, span }, suggestion, isKebabName(id)))
    }
  }
}

type Sources = ReadonlyMap<string, Source>

/** A source named by its file, its title or its address, or with the place behind another sign than `#`. */
function sourcesMeant(sources: Sources): (citation: Citation) => Suggestion | undefined {
  let called: ReadonlyMap<string, string | null> | undefined
  return (citation) => {
    const { source: text } = citation
    if (isKebabName(text)) return undefined
    const id = fileName(text)
    if (sources.has(id)) return { text: id, isOnly: true }
    called ??= idsByName(sources)
    const named = called.get(text)
    return withPlace(citation, sources) ?? (named ? { text: named, isOnly: true } : undefined)
  }
}

function withPlace({ source, at, quote }: Citation, sources: Sources): Suggestion | undefined {
  // Beside these the place has a key of its own.
  if (at !== undefined || quote !== undefined) return undefined
  const [, before = '', place = ''] = /^([a-z0-9-]+) ?[:/,; ] ?([a-z0-9-]+)$/.exec(source) ?? []
  const places = sources.get(before)?.places
  const meant = places && suggestLocator(places, place)
  return meant && { text: `${before}#${meant.text}`, isOnly: false }
}

/** Null is what several have. */
function idsByName(sources: Sources): ReadonlyMap<string, string | null> {
  const ids = new Map<string, string | null>()
  for (const { id, title, url, archive } of sources.values()) {
    for (const name of new Set([title, url, archive])) {
      if (name !== undefined) ids.set(name, ids.has(name) ? null : id.value)
    }
  }
  return ids
}
