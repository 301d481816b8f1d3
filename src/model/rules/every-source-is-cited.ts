import { unusedSource } from '../../diagnostics/problems/evidence.ts'
import { eachCitation } from '../each-claim.ts'
import type { BaseRule } from '../rule.ts'

/** A source that nothing cites is forgotten work or a leftover. */
export const everySourceIsCited: BaseRule = (base, report) => {
  const cited = new Set<string>()
  eachCitation(base, ({ source }) => void cited.add(source))
  for (const { id } of base.sources.values()) if (!cited.has(id.value)) report(unusedSource(id))
}
