import { isKebabName } from '../text/entity-id.ts'
import { foldCase } from '../text/fold.ts'
import type { Suggestion } from '../text/nearest.ts'
import type { Entity } from './entity.ts'

/**
 * Where a person wrote a name in the place of an id, the one entity that bears it. What could be an id may also be that
 * of an entity that is not there yet: it is no certain suggestion.
 */
export function entitiesCalled(
  words: readonly string[],
  entities: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, Suggestion> {
  const bearers = new Map<string, Set<string>>()
  for (const word of words) if (plain(word) !== '') bearers.set(plain(word), new Set())
  if (bearers.size === 0) return new Map()
  for (const { id, name, aliases } of entities.values()) {
    for (const { value } of [name, ...aliases]) bearers.get(plain(value))?.add(id.value)
  }
  const meant = new Map<string, Suggestion>()
  for (const word of words) {
    const [only, another] = bearers.get(plain(word)) ?? []
    if (only === undefined || another !== undefined) continue
    meant.set(word, { text: only, isOnly: !isKebabName(word) })
  }
  return meant
}

function plain(text: string): string {
  return foldCase(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
