import type { Base } from '../model/base.ts'
import type { Entity } from '../model/entity.ts'
import type { RelationList } from '../model/relation.ts'
import { isEntityId } from '../text/entity-id.ts'
import type { Locate } from './claim-attributes.ts'
import { attributesMaker } from './graph-attributes.ts'
import { type GraphEdge, graphEdges } from './graph-edges.ts'
import type { GraphPart, GraphParts } from './graph-part.ts'
import { graphTally } from './graph-tally.ts'
import { nodeAttributes } from './node-attributes.ts'

/**
 * Makes parts, and remembers: given a base again after an edit, it makes those that the edit has changed. What could
 * not be resolved is not in them, nor what bears an id that is none: keys could clash.
 */
export function openParts(): (base: Base, locate: Locate) => GraphParts {
  let known: ReadonlyMap<string, KnownPart> = new Map()
  const tally = graphTally()
  const attributesOf = attributesMaker()

  const partOf = (id: string, entity: Entity, base: Base, locate: Locate) => {
    const before = known.get(id)
    const relations = base.relationsFrom.get(id)
    if (before?.entity === entity && before.relations === relations) return before
    const now = isNode(entity, base) ? makePart(entity, relations, base, locate) : undefined
    tally.replace(before, now)
    return now
  }
  return (base, locate) => {
    const now = new Map<string, KnownPart>()
    for (const [id, entity] of base.entities) {
      const part = partOf(id, entity, base, locate)
      if (part) now.set(id, part)
    }
    for (const [id, part] of known) if (!base.entities.has(id)) tally.replace(part, undefined)
    known = now
    const attributes = attributesOf(base, (id) => now.has(id), tally.counts(), locate)
    return { attributes, parts: now }
  }
}

interface KnownPart extends GraphPart {
  readonly entity: Entity
  readonly relations: RelationList | undefined
}

/** Whether an entity can be in the graph: of what bears no id, or is of no type, nothing else can be told. */
export function isNode({ id, type }: Entity, { ontology }: Base): boolean {
  return isEntityId(id.value) && ontology.entityTypes.has(type.value)
}

function makePart(
  entity: Entity,
  relations: RelationList | undefined,
  base: Base,
  locate: Locate,
): KnownPart {
  const node = nodeAttributes(entity, base, locate)
  return { entity, relations, node, edges: edgesFrom(relations, base, locate) }
}

/** The edges of relations that begin at one node, in order of key. */
export function edgesFrom(
  relations: RelationList | undefined,
  base: Base,
  locate: Locate,
): readonly GraphEdge[] {
  const whole = (relations?.all() ?? []).filter(({ target }) => isNode(target, base))
  return graphEdges(whole, locate)
}
