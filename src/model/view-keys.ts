import { confidences } from './claim.ts'

/** What the values of a key are. Ids are looked up, and follow an entity or a source that is renamed. */
export type ViewValue =
  | 'entity'
  | 'relation'
  | 'source'
  | 'place'
  | 'entity-type'
  | 'relation-type'
  | 'count'
  | 'words'
  | 'other'

/**
 * What a view says: the keys of the viewer's address behind its `#`, in their order there. A `place` is an entity with
 * the point to which it was moved, `ada:120:-40`; a `relation` is the key of an edge, `ada--knows--bob`.
 */
export const viewKeys = {
  entity: 'entity',
  relation: 'relation',
  from: 'entity',
  to: 'entity',
  path: 'count',
  through: 'other',
  around: 'entity',
  hops: 'count',
  'hide-types': 'entity-type',
  'hide-relations': 'relation-type',
  hide: 'entity',
  only: 'entity',
  source: 'source',
  claims: 'other',
  'said-by': 'entity',
  'without-speaker': 'entity',
  confidence: 'other',
  inferred: 'other',
  chosen: 'entity',
  pin: 'place',
  when: 'other',
  compare: 'other',
  inactive: 'other',
  timeline: 'other',
  find: 'words',
  at: 'other',
  theme: 'other',
  left: 'other',
  right: 'other',
} as const satisfies Record<string, ViewValue>

export function viewValue(key: string): ViewValue {
  return Object.hasOwn(viewKeys, key) ? viewKeys[key as keyof typeof viewKeys] : 'other'
}

/** The words of the keys that know only some. */
export const viewChoices: Readonly<Record<string, readonly string[]>> = {
  through: ['anything'],
  claims: ['only', 'without'],
  confidence: confidences,
  inferred: ['no'],
  inactive: ['no'],
  timeline: ['open', 'closed'],
  theme: ['light', 'dark'],
  left: ['filters', 'outline', 'sources', 'none'],
  right: ['evidence', 'path', 'compare', 'diagnostics', 'none'],
}

/** The entities at the ends of an edge. */
export function endsOf(edge: string): readonly string[] {
  const [source = '', , target = ''] = edge.split('--')
  return [source, target]
}

/** The entity of a place. */
export function placed(place: string): string {
  return place.split(':')[0] ?? ''
}

/** Those that hold several values, and no other, are lists in a file. */
export const listedViewKeys: readonly string[] = [
  'hide-types',
  'hide-relations',
  'hide',
  'only',
  'chosen',
  'pin',
]
