import type { Report } from '../diagnostics/diagnostic.ts'
import { duplicateId } from '../diagnostics/problems/names.ts'
import { compareText } from '../text/compare-text.ts'
import type { Located } from '../text/span.ts'
import type { Base } from './base.ts'
import type { FileFacts } from './file-facts.ts'

/** What the files declare, without what ties it together. */
export type Declared = Pick<Base, 'entities' | 'sources' | 'identity' | 'unreadable'>

/** Joins the files, in order of path. Of two that share an id the first counts and the other is reported. */
export function declare(facts: readonly FileFacts[], report: Report): Declared {
  const taken = new Map<string, Located<string>>()
  const entities = unique(
    facts.flatMap((file) => file.entities),
    taken,
    report,
  )
  const sources = unique(
    facts.flatMap((file) => file.sources),
    taken,
    report,
  )
  const missing = facts.flatMap((file) => file.missing ?? [])
  return {
    entities,
    sources,
    identity: facts.flatMap((file) => file.decisions),
    unreadable: new Set(missing.filter((id) => !taken.has(id))),
  }
}

/** By id, in order of id. */
function unique<T extends { readonly id: Located<string> }>(
  items: readonly T[],
  taken: Map<string, Located<string>>,
  report: Report,
): ReadonlyMap<string, T> {
  const kept: T[] = []
  for (const item of items) {
    const first = taken.get(item.id.value)
    if (first) report(duplicateId(item.id, first.span))
    else {
      taken.set(item.id.value, item.id)
      kept.push(item)
    }
  }
  kept.sort((a, b) => compareText(a.id.value, b.id.value))
  return new Map(kept.map((item) => [item.id.value, item]))
}
