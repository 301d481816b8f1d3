import { brokenReference, sourceAsEntity } from '../../diagnostics/problems/names.ts'
import { entitiesCalled } from '../entities-called.ts'
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
    if (sources.has(id.value)) {
      report(sourceAsEntity(id))
      continue
    }
    const suggestion = suggestions.get(id.value)
    const meant = entities.get(suggestion?.text ?? '')
    const named = meant && { id: meant.id.value, name: meant.name.value, span: meant.id.span }
    report(brokenReference(id, suggestion, named))
  }
}
