/** What the values of a key are. Ids of entities are looked up; they and those of sources follow when they are renamed. */
export type ViewValue = 'entity' | 'relation' | 'source' | 'place' | 'words' | 'other'

/**
 * What a view says: the keys of the viewer's address behind its `#`, in their order there. A `place` is an entity with
 * the point to which it was moved, `ada:120:-40`; a `relation` is the key of an edge, `ada--knows--bob`.
 */
export const viewKeys = {
  entity: 'entity',
  relation: 'relation',
  from: 'entity',
  to: 'entity',
  path: 'other',
  through: 'other',
  around: 'entity',
  hops: 'other',
  'hide-types': 'other',
  'hide-relations': 'other',
  hide: 'entity',
  only: 'entity',
  source: 'source',
  claims: 'other',
  'said-by': 'entity',
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
