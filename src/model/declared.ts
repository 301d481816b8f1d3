import type { Report } from '../diagnostics/diagnostic.ts'
import { duplicateId } from '../diagnostics/problems/names.ts'
import { compareText } from '../text/compare-text.ts'
import type { Located } from '../text/span.ts'
import type { Base } from './base.ts'
import type { FileFacts } from './file-facts.ts'

/** What the files declare, without what ties it together. */
export type Declared = Pick<Base, 'entities' | 'sources' | 'identity' | 'unreadable'>

/** Joins the files, in order of path. Of two that share an id the first counts and the other is reported. */
export function declare(
  facts: readonly FileFacts[],
  last: Declared | undefined,
  report: Report,
): Declared {
  const taken = new Map<string, Located<string>>()
  const identity: Base['identity'][number][] = []
  const missing: string[] = []
  const entities = new Map<string, FileFacts['entities'][number]>()
  const sources = new Map<string, FileFacts['sources'][number]>()
  for (const file of facts) take(file.entities, entities, taken, report)
  for (const file of facts) {
    take(file.sources, sources, taken, report)
    for (const decision of file.decisions) identity.push(decision)
    if (file.missing !== undefined) missing.push(file.missing)
  }
  return {
    entities: inOrder(entities, last?.entities),
    sources: inOrder(sources, last?.sources),
    identity,
    unreadable: new Set(missing.filter((id) => !taken.has(id))),
  }
}

function take<T extends { readonly id: Located<string> }>(
  items: readonly T[],
  kept: Map<string, T>,
  taken: Map<string, Located<string>>,
  report: Report,
): void {
  for (const item of items) {
    const first = taken.get(item.id.value)
    if (first) report(duplicateId(item.id, first.span))
    else {
      taken.set(item.id.value, item.id)
      kept.set(item.id.value, item)
    }
  }
}

function inOrder<T>(
  items: ReadonlyMap<string, T>,
  last: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  const isKnown = last !== undefined && haveSameKeys(items, last)
  const sorted = new Map<string, T>()
  for (const id of isKnown ? last.keys() : [...items.keys()].sort(compareText)) {
    const item = items.get(id)
    if (item !== undefined) sorted.set(id, item)
  }
  return sorted
}

function haveSameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a.size !== b.size) return false
  for (const key of a.keys()) if (!b.has(key)) return false
  return true
}
