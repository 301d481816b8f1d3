import type { ImportedDecision, ImportedTie } from '../imported.ts'
import type { StixReading } from './stix-reading.ts'

/** The relationships that say of two objects that they are one: the word of ATT&CK, and that of STIX itself. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['revoked-by', 'The bundle says that the first was revoked in favour of the second.'],
  ['duplicate-of', 'The bundle says that the first is a duplicate of the second.'],
])

/** The decision that a tie makes on its ends; two objects of different types are never one. */
export function decisionOf(tie: ImportedTie, { things }: StixReading): ImportedDecision[] {
  const { relation, source, target, citations } = tie
  const reason = reasons.get(relation)
  const areThere = source !== target && things.has(source) && things.has(target)
  if (reason === undefined || !areThere || typeIn(source) !== typeIn(target)) return []
  return [{ verdict: 'same', entities: [source, target], reason, citations }]
}

/** STIX ids begin with the type. */
function typeIn(id: string): string | undefined {
  return id.split('--')[0]
}
