import { unusedSource } from '../../diagnostics/problems/evidence.ts'
import { everyClaim, readings } from '../every-claim.ts'
import type { Rule } from '../rule.ts'

/** A source that nothing cites is forgotten work or a leftover. */
export const everySourceIsCited: Rule = (base, report) => {
  const cited = new Set<string>()
  for (const claim of everyClaim(base)) {
    for (const { citations } of readings(claim))
      for (const { source } of citations) cited.add(source)
  }
  for (const { citations } of base.identity) for (const { source } of citations) cited.add(source)
  for (const { id } of base.sources.values()) if (!cited.has(id.value)) report(unusedSource(id))
}
