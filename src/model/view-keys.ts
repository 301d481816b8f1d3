/** What the values of a key are. Ids are looked up, and follow an entity or a source that is renamed. */
export type ViewValue = 'entity' | 'source' | 'place' | 'other'

/**
 * What a view says: the keys of the viewer's address behind its `#`, in their order there. A `place` is an entity with
 * the point to which it was moved, `ada:120:-40`.
 */
export const viewKeys = {
  entity: 'entity',
  relation: 'other',
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
  find: 'other',
  at: 'other',
  theme: 'other',
  left: 'other',
  right: 'other',
} as const satisfies Record<string, ViewValue>

export function viewValue(key: string): ViewValue {
  return Object.hasOwn(viewKeys, key) ? viewKeys[key as keyof typeof viewKeys] : 'other'
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
