import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import type { StixEntity } from '../../model/stix-words.ts'
import type { StixObject } from './stix-json.ts'

/** What becomes of the entities of a type. */
export interface StixKind {
  readonly type: string
  /** What the type says of all of them. */
  readonly fixed: StixObject
  /** Whether STIX has a place for other names, and for when it was seen. */
  readonly aliases: boolean
  readonly seen: boolean
  /** Whether the ontology chose it. */
  readonly chosen: boolean
}

/** By the ontology's word; without one, what is dated is an incident, and anything else an identity of no class. */
export function stixKind(graph: KnowledgeGraph, type: string): StixKind {
  const { entities } = graph.getAttribute('ontology')
  const declared = Object.hasOwn(entities, type) ? entities[type] : undefined
  const word = declared?.stix
  return {
    ...kinds[word ?? (declared?.dated === true ? 'incident' : 'identity')],
    chosen: word !== undefined,
  }
}

type Kind = Omit<StixKind, 'chosen'>

/** Every place needs a region, a country or coordinates; `stix-entity.ts` fills them in. */
const kinds: Readonly<Record<StixEntity, Kind>> = {
  'attack-pattern': kind('attack-pattern', { aliases: true }),
  campaign: kind('campaign', { aliases: true, seen: true }),
  'course-of-action': kind('course-of-action'),
  incident: kind('incident'),
  infrastructure: kind('infrastructure', { aliases: true, seen: true }),
  'intrusion-set': kind('intrusion-set', { aliases: true, seen: true }),
  // What a base keeps under a name is a family, not one file of it.
  malware: kind('malware', { aliases: true, seen: true, fixed: { is_family: true } }),
  'threat-actor': kind('threat-actor', { aliases: true, seen: true }),
  tool: kind('tool', { aliases: true }),
  vulnerability: kind('vulnerability'),
  identity: kind('identity'),
  individual: kind('identity', { fixed: { identity_class: 'individual' } }),
  group: kind('identity', { fixed: { identity_class: 'group' } }),
  organization: kind('identity', { fixed: { identity_class: 'organization' } }),
  class: kind('identity', { fixed: { identity_class: 'class' } }),
  system: kind('identity', { fixed: { identity_class: 'system' } }),
  location: kind('location'),
  country: kind('location', { fixed: { country: '' } }),
}

function kind(type: string, more: Partial<Kind> = {}): Kind {
  return { type, fixed: {}, aliases: false, seen: false, ...more }
}
