import type { GraphParts } from '../graph/graph-part.ts'
import { growingSearch, type Search } from '../queries/search-entities.ts'
import { changedParts } from './changed-parts.ts'

/** So many entities at a time: other requests have their turn in between. */
const slice = 200

/** The search of the newest parts. Its index grows while other requests are answered, and follows edits. */
export function keptSearch(): (parts: GraphParts) => Promise<Search> {
  const index = growingSearch()
  const waiting = new Set<string>()
  let known: GraphParts['parts'] = new Map()
  let growing: Promise<void> | undefined

  const grow = async () => {
    while (waiting.size > 0) {
      for (const id of [...first(waiting, slice)]) {
        waiting.delete(id)
        index.put(id, known.get(id)?.node)
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return async ({ parts }) => {
    if (known !== parts) for (const { id } of changedParts(known, parts)) waiting.add(id)
    known = parts
    while (waiting.size > 0) {
      growing ??= grow().finally(() => {
        growing = undefined
      })
      await growing
    }
    return index.search
  }
}

function* first<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most
  for (const item of items) {
    if (left-- === 0) return
    yield item
  }
}
