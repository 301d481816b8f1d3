import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { compareText } from '../text/compare-text.ts'
import { type DirectedClaim, directedClaims } from './directed-claim.ts'
import type { Entity } from './entity.ts'
import type { Ontology } from './ontology.ts'
import type { Relation } from './relation.ts'
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
  readonly from: () => ReadonlyMap<string, readonly Relation[]>
  readonly diagnostics: () => readonly Diagnostic[]
}

export function relationIndex(ontology: Ontology): RelationIndex {
  let entities: ReadonlyMap<string, Entity> = new Map()
  let relationsFrom: ReadonlyMap<string, readonly Relation[]> = new Map()
  const diagnostics = sparseLists<Diagnostic>()
  /** Claims that begin at an entity, whichever end they are written at. */
  const claimsFrom = new Map<string, DirectedClaim[]>()
  /** Where claims begin that end at an entity, and perhaps some that did. Made for the first edit. */
  let sourcesInto: Map<string, Set<string>> | undefined

  const put = (claims: readonly DirectedClaim[]) => {
    for (const claim of claims) {
      const claims = claimsFrom.get(claim.source)
      if (claims) claims.push(claim)
      else claimsFrom.set(claim.source, [claim])
      if (sourcesInto) note(sourcesInto, claim)
    }
  }
  const takeOut = (owner: Entity | undefined, sources: Iterable<string>) => {
    for (const source of new Set(sources)) {
      const others = claimsFrom.get(source)?.filter((claim) => claim.owner !== owner)
      claimsFrom.set(source, others ?? [])
    }
  }
  /** Gives the ids at which the claims of entities that have changed begin or began, or from which they are reached. */
  const replace = (now: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => {
    sourcesInto ??= targetsOf(claimsFrom)
    const dirty = new Set(changed)
    for (const id of changed) {
      const owner = entities.get(id)
      const gone = claimsOf(owner, ontology).map(({ source }) => source)
      const come = claimsOf(now.get(id), ontology)
      takeOut(owner, gone)
      put(come)
      for (const source of [...gone, ...come.map((claim) => claim.source)]) dirty.add(source)
    }
    for (const id of changed) for (const source of sourcesInto.get(id) ?? []) dirty.add(source)
    return dirty
  }
  const begin = (now: ReadonlyMap<string, Entity>) => {
    claimsFrom.clear()
    sourcesInto = undefined
    for (const owner of now.values()) put(claimsOf(owner, ontology))
    return new Set([...relationsFrom.keys(), ...claimsFrom.keys()])
  }
  const update: RelationIndex['update'] = (now, changed, tell) => {
    if (changed.size === 0) return
    // To take many owners out of the lists one by one costs more than to begin anew.
    const dirty = changed.size * 4 > now.size ? begin(now) : replace(now, changed)
    entities = now
    const relations = new Map(relationsFrom)
    for (const id of dirty) {
      const resolved = resolve(now.get(id), claimsFrom.get(id) ?? [], now, ontology)
      if (resolved.relations.length > 0) relations.set(id, resolved.relations)
      else relations.delete(id)
      diagnostics.set(id, resolved.diagnostics)
      tell(id, resolved.relations)
    }
    relationsFrom = relations
  }
  return { update, from: () => relationsFrom, diagnostics: diagnostics.all }
}

function claimsOf(owner: Entity | undefined, ontology: Ontology): readonly DirectedClaim[] {
  return owner === undefined ? [] : directedClaims(owner, ontology)
}

function targetsOf(claimsFrom: ReadonlyMap<string, readonly DirectedClaim[]>) {
  const sourcesInto = new Map<string, Set<string>>()
  for (const claims of claimsFrom.values()) for (const claim of claims) note(sourcesInto, claim)
  return sourcesInto
}

function note(sourcesInto: Map<string, Set<string>>, { source, target }: DirectedClaim): void {
  const sources = sourcesInto.get(target)
  if (sources) sources.add(source)
  else sourcesInto.set(target, new Set([source]))
}

interface Resolved {
  readonly relations: readonly Relation[]
  readonly diagnostics: readonly Diagnostic[]
}

const nothing: Resolved = { relations: [], diagnostics: [] }

/** All that begins at one entity. There are no relations where an end is unknown; the rules report that. */
function resolve(
  source: Entity | undefined,
  claims: readonly DirectedClaim[],
  entities: ReadonlyMap<string, Entity>,
  ontology: Ontology,
): Resolved {
  if (source === undefined) return nothing
  const all: Relation[] = []
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  for (const sameEnds of runs(claims)) {
    const target = entities.get(sameEnds[0]?.target ?? '')
    if (target === undefined) continue
    const relations = resolveRelations(sameEnds, source, target, ontology)
    for (const rule of relationRules) rule(relations, ontology, report)
    for (const relation of relations) all.push(relation)
  }
  return { relations: all, diagnostics }
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
