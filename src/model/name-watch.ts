import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import type { Entity, IdentityDecision } from './entity.ts'
import { eachMeetingsAmong, nameIndex } from './name-index.ts'
import type { Ontology } from './ontology.ts'
import { meetingRules } from './rules/rules.ts'
import { sparseLists } from './sparse-lists.ts'

export interface NameWatch {
  /** Takes the entities and the decisions as they are now; the same list of decisions says the same. */
  readonly update: (
    entities: ReadonlyMap<string, Entity>,
    changed: ReadonlySet<string>,
    identity: readonly IdentityDecision[],
  ) => void
  readonly diagnostics: () => readonly Diagnostic[]
}

/** Holds the rules on names against the entities whose meetings have changed. */
export function nameWatch(ontology: Ontology): NameWatch {
  const names = nameIndex()
  const diagnostics = sparseLists<Diagnostic>()
  let decided: readonly IdentityDecision[] = []

  const update: NameWatch['update'] = (entities, changed, identity) => {
    const touched = names.update(entities, changed)
    const ids = identity === decided ? touched : new Set([...touched, ...entities.keys()])
    decided = identity
    if (ids.size === 0) return
    const isDecided = decisions(identity)
    for (const id of ids) diagnostics.set(id, [])
    names.eachMeetings(ids, (id, meetings) => {
      const found: Diagnostic[] = []
      const report: Report = (diagnostic) => void found.push(diagnostic)
      for (const rule of meetingRules) rule(meetings, ontology, isDecided, report)
      // Without the room for more that a list has that has grown.
      diagnostics.set(id, found.slice())
    })
  }
  return { update, diagnostics: diagnostics.all }
}

/** What the same rules say of all entities, for one check. */
export function findingsOnNames(
  ontology: Ontology,
  entities: ReadonlyMap<string, Entity>,
  identity: readonly IdentityDecision[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const report: Report = (diagnostic) => void found.push(diagnostic)
  const isDecided = decisions(identity)
  eachMeetingsAmong(entities, (meetings) => {
    for (const rule of meetingRules) rule(meetings, ontology, isDecided, report)
  })
  return found
}

/** Tells whether two entities stand in one decision, without a list of all the pairs of a long one. */
function decisions(identity: readonly IdentityDecision[]): (a: string, b: string) => boolean {
  const decisionsOn = new Map<string, Set<IdentityDecision>>()
  for (const decision of identity) {
    for (const { value } of decision.entities) {
      decisionsOn.set(value, (decisionsOn.get(value) ?? new Set()).add(decision))
    }
  }
  return (a, b) => {
    const ofB = decisionsOn.get(b)
    return ofB !== undefined && [...(decisionsOn.get(a) ?? [])].some((one) => ofB.has(one))
  }
}
