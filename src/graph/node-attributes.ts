import type { Base } from '../model/base.ts'
import type { Entity } from '../model/entity.ts'
import { compareText } from '../text/compare-text.ts'
import { isKebabName } from '../text/entity-id.ts'
import { addClaim, addDates, addPlace, attributeClaim, type Locate } from './claim-attributes.ts'
import type { AttributeClaimAttributes, NodeAttributes } from './knowledge-graph.ts'

/** What an entity says of itself. The same entity has the same text, and so the same attributes. */
export function nodeAttributes(entity: Entity, { ontology }: Base, locate: Locate): NodeAttributes {
  const { id, type, name, aliases, summary, unnamed, count, when } = entity
  const attributes: Record<string, AttributeClaimAttributes[]> = {}
  if (when) attributes.when = [addClaim({ value: when.when.text }, when, locate)]
  const told = entity.attributes
  const names = [...told.keys()].filter((key) => isKebabName(key) && key !== 'when')
  for (const key of names.sort(compareText)) {
    attributes[key] = (told.get(key)?.claims ?? []).map((claim) => attributeClaim(claim, locate))
  }
  const to: Partial<NodeAttributes> = {
    label: name.value,
    type: type.value,
    types: [...(ontology.entityTypes.get(type.value)?.types ?? [])],
    aliases: aliases.map(({ value }) => value),
  }
  if (summary !== undefined) to.summary = summary
  to.unnamed = unnamed
  if (count !== undefined) to.count = count
  addDates(to, when?.when)
  to.attributes = attributes
  return addPlace(to, id.span, locate) as NodeAttributes
}
