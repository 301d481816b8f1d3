import { unusedSource } from '../../diagnostics/problems/evidence.ts'
import type { BaseRule } from '../rule.ts'

/** A source that nothing cites is forgotten work or a leftover. */
export const everySourceIsCited: BaseRule = ({ sources, uncitedSources }, report) => {
  for (const id of uncitedSources) {
    const source = sources.get(id)
    if (source) report(unusedSource(source.id))
  }
}
