import { unusedSource } from '../../diagnostics/problems/evidence.ts'
import type { BaseRule } from '../rule.ts'

/** A source that nothing cites is forgotten work or a leftover. */
export const everySourceIsCited: BaseRule = ({ mentions, sources }, report) => {
  const uncited = new Set(sources.keys())
  for (const { citations } of mentions) {
    if (uncited.size === 0) return
    for (const { source } of citations) uncited.delete(source)
  }
  for (const { id } of sources.values()) if (uncited.has(id.value)) report(unusedSource(id))
}
