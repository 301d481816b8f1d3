import type { Base } from '../model/base.ts'
import type { Entity } from '../model/entity.ts'
import type { Source } from '../model/source.ts'
import { growingSearch, type Search, type Searched } from '../queries/search-entities.ts'

/** The search of `dossier find` among entities and sources. It follows the base from one call to the next. */
export function baseSearch(): (base: Base) => Search {
  const index = growingSearch()
  let known: ReadonlyMap<string, Entity | Source> = new Map()
  return ({ entities, sources }) => {
    const now = new Map<string, Entity | Source>([...sources, ...entities])
    for (const id of known.keys()) if (!now.has(id)) index.put(id, undefined)
    for (const [id, item] of now) if (known.get(id) !== item) index.put(id, searched(item))
    known = now
    return index.search
  }
}

function searched(item: Entity | Source): Searched {
  if ('title' in item) return { label: item.title, type: '', aliases: [] }
  const { name, type, aliases, summary } = item
  return {
    label: name.value,
    type: type.value,
    aliases: aliases.map(({ value }) => value),
    ...(summary !== undefined && { summary }),
  }
}
