import { MultiDirectedGraph } from 'graphology'
import { boundsOf } from '../dates/bounds.ts'
import type { Base } from '../model/base.ts'
import type { Claim } from '../model/claim.ts'
import { dateOf } from '../model/date-of.ts'
import type { Entity } from '../model/entity.ts'
import { groupBy } from '../model/group-by.ts'
import type { Relation } from '../model/relation.ts'
import { compareText } from '../text/compare-text.ts'
import { isEntityId } from '../text/entity-id.ts'
import { addClaim, addDates, addPlace, attributeClaim, type Locate } from './claim-attributes.ts'
import { graphAttributes } from './graph-attributes.ts'
import type {
  AttributeClaimAttributes,
  EdgeAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from './knowledge-graph.ts'

/**
 * The typed graph of a checked base, without positions. Same base in, same graph out: nodes and edges are added
 * in order of key. What could not be resolved is not in it, nor what bears an id that is none: keys could clash.
 */
export function buildGraph(base: Base, locate: Locate): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph()
  for (const entity of base.entities.values()) {
    if (isEntityId(entity.id.value) && base.ontology.entityTypes.has(entity.type.value)) {
      graph.addNode(entity.id.value, nodeAttributes(entity, base, locate))
    }
  }
  for (const [key, relation] of keyed(base.relations)) {
    const { type, source, target } = relation
    const isWhole = graph.hasNode(source.id.value) && graph.hasNode(target.id.value)
    if (!isWhole || !isEntityId(type.id)) continue
    graph.addEdgeWithKey(key, source.id.value, target.id.value, edgeAttributes(relation, locate))
  }
  graph.replaceAttributes(graphAttributes(base, graph, locate))
  return graph
}

/** `source--relation--target`, and `--2`, `--3` for what else holds between the same ends, in order of date. */
function keyed(relations: readonly Relation[]): (readonly [string, Relation])[] {
  const groups = groupBy(
    relations,
    ({ source, type, target }) => `${source.id.value}--${type.id}--${target.id.value}`,
  )
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, group]) =>
      group
        .sort(byDate)
        .map((relation, index) => [index === 0 ? key : `${key}--${index + 1}`, relation] as const),
    )
}

function byDate(a: Relation, b: Relation): number {
  const [ours, theirs] = [dateOf(a), dateOf(b)].map((when) =>
    when === undefined ? Infinity : boundsOf(when.date).earliestStart,
  )
  const role = (relation: Relation) => relation.written[0].claim.role ?? ''
  return (
    (ours === theirs ? 0 : (ours ?? 0) - (theirs ?? 0)) ||
    compareText(dateOf(a)?.text ?? '', dateOf(b)?.text ?? '') ||
    compareText(role(a), role(b))
  )
}

function nodeAttributes(entity: Entity, { ontology }: Base, locate: Locate): NodeAttributes {
  const { id, type, name, aliases, summary, unnamed, count, when } = entity
  const attributes: Record<string, AttributeClaimAttributes[]> = {}
  if (when) attributes.when = [addClaim({ value: when.when.text }, when, locate)]
  const names = [...entity.attributes.keys()].filter((key) => isEntityId(key) && key !== 'when')
  for (const key of names.sort(compareText)) {
    attributes[key] = (entity.attributes.get(key)?.claims ?? []).map((claim) =>
      attributeClaim(claim, locate),
    )
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

function edgeAttributes(relation: Relation, locate: Locate): EdgeAttributes {
  const { type, written } = relation
  const role = written.find(({ claim }) => claim.role !== undefined)?.claim.role
  const to: Partial<EdgeAttributes> & Pick<EdgeAttributes, OfType> = {
    relation: type.id,
    kind: type.kind,
    label: type.label,
    symmetric: type.symmetric,
  }
  if (role !== undefined) to.role = role
  return addClaim(to, joinedClaim(relation), locate)
}

/** What is written at both ends is one claim, which has the evidence of both. */
function joinedClaim(relation: Relation): Claim {
  const claims = relation.written.map(({ claim }) => claim)
  const first = relation.written[0].claim
  const when = dateOf(relation)
  if (claims.length === 1) return first.when === when ? first : { ...first, when }
  return {
    ...first,
    when,
    citations: claims.flatMap(({ citations }) => citations),
    saidBy: claims.flatMap(({ saidBy }) => saidBy),
    confidence: claims.find(({ confidence }) => confidence)?.confidence,
    // What one end states needs no conclusion drawn at the other.
    inferred: claims.every(({ inferred }) => inferred) ? first.inferred : undefined,
    note: [...new Set(claims.flatMap(({ note }) => note ?? []))].join(' ') || undefined,
    rivals: claims.flatMap(({ rivals }) => rivals),
  }
}

type OfType = 'relation' | 'kind' | 'label' | 'symmetric'
