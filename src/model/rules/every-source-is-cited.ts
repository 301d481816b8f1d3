import { unusedSource } from '../../diagnostics/problems/evidence.ts'
import { eachCitation } from '../each-claim.ts'
import type { Entity } from '../entity.ts'
import { perEntity } from '../memo.ts'
import type { Ontology } from '../ontology.ts'
import type { BaseRule } from '../rule.ts'

/** A source that nothing cites is forgotten work or a leftover. */
export const everySourceIsCited: BaseRule = (base, report) => {
  const { entities, sources, identity, ontology } = base
  const uncited = new Set(sources.keys())
  for (const { citations } of identity) for (const { source } of citations) uncited.delete(source)
  for (const entity of entities.values()) {
    if (uncited.size === 0) return
    for (const source of citedBy(entity, ontology)) uncited.delete(source)
  }
  for (const { id } of sources.values()) if (uncited.has(id.value)) report(unusedSource(id))
}

const citedBy = perEntity((entity: Entity, _: Ontology) => {
  const cited = new Set<string>()
  eachCitation(entity, ({ source }) => void cited.add(source))
  return [...cited]
})
