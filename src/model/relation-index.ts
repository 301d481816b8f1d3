import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { compareText } from '../text/compare-text.ts'
import { claimIndex } from './claim-index.ts'
import type { DirectedClaim } from './directed-claim.ts'
import type { Entity } from './entity.ts'
import type { Ontology } from './ontology.ts'
import type { Relation, RelationList } from './relation.ts'
import { resolveRelations } from './resolve-relations.ts'
import { relationRules } from './rules/rules.ts'
import { sparseLists } from './sparse-lists.ts'

/** All relations of a base and what the relation rules say of them, by the entity at which they begin. */
export interface RelationIndex {
  /**
   * Takes the entities as they are now and resolves again what begins or ends at one of those that have changed.
   * Tells each id at which other relations may begin now, with those that do.
   */
  readonly update: (
    entities: ReadonlyMap<string, Entity>,
    changed: ReadonlySet<string>,
    tell: (id: string, relations: readonly Relation[]) => void,
  ) => void
  /** Those that begin at an entity, by type and target. Where none begins there is no list. */
  readonly from: () => ReadonlyMap<string, RelationList>
  readonly diagnostics: () => readonly Diagnostic[]
}

export function relationIndex(ontology: Ontology): RelationIndex {
  let entities: ReadonlyMap<string, Entity> = new Map()
  let lists: ReadonlyMap<string, RelationList> = new Map()
  const diagnostics = sparseLists<Diagnostic>()
  const claims = claimIndex(ontology)

  const groupsAt = (id: string) => groupsOf(claims.from(entities, id), entities, ontology)
  const relationsAt = (id: string) => groupsAt(id).flat()
  const update: RelationIndex['update'] = (now, changed, tell) => {
    if (changed.size === 0) return
    const dirty = claims.update(entities, now, changed)
    entities = now
    const next = new Map(lists)
    for (const id of dirty) {
      const groups = groupsAt(id)
      const relations = groups.flat()
      if (relations.length > 0) next.set(id, new ResolvedList(id, relations.length, relationsAt))
      else next.delete(id)
      diagnostics.set(id, groups.length > 0 ? problemsOf(groups, ontology) : [])
      tell(id, relations)
    }
    lists = next
  }
  return { update, from: () => lists, diagnostics: diagnostics.all }
}

/** Relations are few bytes in their files and many as objects, so they are resolved when somebody asks for them. */
class ResolvedList implements RelationList {
  readonly length: number
  private readonly id: string
  private readonly relationsAt: (id: string) => readonly Relation[]

  constructor(id: string, length: number, relationsAt: (id: string) => readonly Relation[]) {
    this.id = id
    this.length = length
    this.relationsAt = relationsAt
  }

  all(): readonly Relation[] {
    return this.relationsAt(this.id)
  }
}

/** All that begins at one entity, by type and target. Where an end is unknown there is nothing; the rules report that. */
function groupsOf(
  claims: readonly DirectedClaim[],
  entities: ReadonlyMap<string, Entity>,
  ontology: Ontology,
): readonly (readonly Relation[])[] {
  const groups: (readonly Relation[])[] = []
  for (const sameEnds of runs(claims)) {
    const source = entities.get(sameEnds[0]?.source ?? '')
    const target = entities.get(sameEnds[0]?.target ?? '')
    if (source && target) groups.push(resolveRelations(sameEnds, source, target, ontology))
  }
  return groups
}

function problemsOf(
  groups: readonly (readonly Relation[])[],
  ontology: Ontology,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  for (const relations of groups) {
    for (const rule of relationRules) rule(relations, ontology, report)
  }
  return diagnostics
}

/** Claims that begin at one entity, by type and target; each in order of place, whatever the order of the edits. */
function runs(claims: readonly DirectedClaim[]): readonly (readonly DirectedClaim[])[] {
  if (claims.length < 2) return [claims]
  const found: DirectedClaim[][] = []
  let run: DirectedClaim[] = []
  for (const claim of claims.toSorted((a, b) => byEnds(a, b) || byPlace(a, b))) {
    const [first] = run
    if (first && byEnds(first, claim) === 0) run.push(claim)
    else {
      run = [claim]
      found.push(run)
    }
  }
  return found
}

function byEnds(a: DirectedClaim, b: DirectedClaim): number {
  return compareText(a.type.id, b.type.id) || compareText(a.target, b.target)
}

function byPlace({ claim: { span: a } }: DirectedClaim, { claim: { span: b } }: DirectedClaim) {
  return compareText(a.file, b.file) || a.start - b.start
}
