import { brokenReference, sourceAsEntity } from '../../diagnostics/problems/names.ts'
import type { Located } from '../../text/span.ts'
import type { Base } from '../base.ts'
import type { BaseRule } from '../rule.ts'
import { suggestAmong } from '../suggest-among.ts'

/** Every id that a person writes must lead to an entity. */
export const everyReferenceResolves: BaseRule = (base, report) => {
  const { entities, sources } = base
  const broken = brokenReferences(base)
  const suggestions = suggestAmong(
    broken.map(({ value }) => value),
    entities,
  )
  for (const id of broken) {
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

function brokenReferences({ mentions, entities, unreadable }: Base): readonly Located<string>[] {
  const broken: Located<string>[] = []
  for (const { entities: mentioned } of mentions) {
    for (const id of mentioned) {
      if (!entities.has(id.value) && !unreadable.has(id.value)) broken.push(id)
    }
  }
  return broken
}
