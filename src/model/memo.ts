import type { Entity } from './entity.ts'

/**
 * `make`, remembered for each entity as long as the context is the same object: after an edit of one file all other
 * entities, and what is made of them, are what they were.
 */
export function perEntity<Context extends object, T>(
  make: (entity: Entity, context: Context) => T,
): (entity: Entity, context: Context) => T {
  const memos = new WeakMap<Context, WeakMap<Entity, { readonly made: T }>>()
  return (entity, context) => {
    const memo = memos.get(context) ?? new WeakMap()
    memos.set(context, memo)
    const known = memo.get(entity) ?? { made: make(entity, context) }
    memo.set(entity, known)
    return known.made
  }
}
