import {
  brokenReference,
  severalEntities,
  sourceAsEntity,
} from '../../diagnostics/problems/names.ts'
import { isKebabName } from '../../text/entity-id.ts'
import type { Suggestion } from '../../text/nearest.ts'
import { entitiesCalled } from '../entities-called.ts'
import { fileName } from '../read-entity.ts'
import type { BaseRule } from '../rule.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every id that a person writes must lead to an entity. */
export const everyReferenceResolves: BaseRule = (base, report) => {
  const { brokenReferences, entities, sources } = base
  const words = brokenReferences.map(({ value }) => value)
  const suggestions = new Map([
    ...suggestAmong(words, entities),
    ...entitiesCalled(words, entities),
  ])
  for (const id of brokenReferences) {
    if (sources.has(id.value.replace(/#.*/, ''))) {
      report(sourceAsEntity(id))
      continue
    }
    const several = severalIn(id.value, entities)
    if (several) {
      report(severalEntities(id.span, several))
      continue
    }
    const suggestion = fileIn(id.value, entities) ?? suggestions.get(id.value)
    const meant = entities.get(suggestion?.text ?? '')
    const named = meant && { id: meant.id.value, name: meant.name.value, span: meant.id.span }
    report(brokenReference(id, suggestion, named))
  }
}

type Ids = ReadonlyMap<string, unknown>

/** Ids that are written as one text, with commas or spaces between them. */
function severalIn(text: string, entities: Ids): readonly string[] | undefined {
  if (isKebabName(text) || text.length > 500) return undefined
  const words = text.split(/\s*[,;]\s*|\s+(?:and\s+)?/)
  return words.length > 1 && words.every((word) => entities.has(word)) ? words : undefined
}

/** `imu` for `groups/imu.yaml`. */
function fileIn(text: string, entities: Ids): Suggestion | undefined {
  const id = fileName(text)
  return id !== text && entities.has(id) ? { text: id, isOnly: true } : undefined
}
