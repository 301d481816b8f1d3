import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { compareText } from '../text/compare-text.ts'
import { type DirectedClaim, directedClaims } from './directed-claim.ts'
import type { Entity } from './entity.ts'
import type { Ontology } from './ontology.ts'
import type { Relation } from './relation.ts'
import { resolveRelations } from './resolve-relations.ts'
import { relationRules } from './rules/rules.ts'

/** All relations of a base and what the relation rules say of them, by the entity at which they begin. */
export interface RelationIndex {
  /** Takes the entities as they are now and resolves again what begins or ends at one that has changed. */
  readonly update: (entities: ReadonlyMap<string, Entity>) => void
  readonly all: () => readonly Relation[]
  readonly diagnostics: () => readonly Diagnostic[]
}

interface Resolved {
  readonly relations: readonly Relation[]
  readonly diagnostics: readonly Diagnostic[]
}

export function relationIndex(ontology: Ontology): RelationIndex {
  let entities: ReadonlyMap<string, Entity> = new Map()
  /** Claims that begin at an entity, whichever end they are written at. */
  const claimsFrom = new Map<string, DirectedClaim[]>()
  const resolvedFrom = new Map<string, Resolved>()

  const update = (now: ReadonlyMap<string, Entity>) => {
    const changed = changedIds(entities, now)
    // To take many owners out of the lists one by one costs more than to begin anew.
    if (changed.size * 4 > now.size) begin(now)
    else change(now, changed)
    entities = now
  }
  const begin = (now: ReadonlyMap<string, Entity>) => {
    claimsFrom.clear()
    resolvedFrom.clear()
    for (const owner of now.values()) remember(owner, claimsFrom, ontology)
    for (const [id, claims] of claimsFrom) resolvedFrom.set(id, resolve(claims, now, ontology))
  }
  const change = (now: ReadonlyMap<string, Entity>, changed: ReadonlySet<string>) => {
    const dirty = new Set(changed)
    for (const id of changed) {
      forget(entities.get(id), claimsFrom, dirty, ontology)
      for (const source of remember(now.get(id), claimsFrom, ontology)) dirty.add(source)
    }
    addWhatEndsAt(changed, claimsFrom, dirty)
    for (const id of dirty) resolvedFrom.set(id, resolve(claimsFrom.get(id) ?? [], now, ontology))
  }
  return {
    update,
    all: () => flat(entities, resolvedFrom, ({ relations }) => relations),
    diagnostics: () => flat(entities, resolvedFrom, ({ diagnostics }) => diagnostics),
  }
}

function changedIds(
  before: ReadonlyMap<string, Entity>,
  now: ReadonlyMap<string, Entity>,
): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const [id, entity] of now) if (before.get(id) !== entity) changed.add(id)
  for (const id of before.keys()) if (!now.has(id)) changed.add(id)
  return changed
}

/** Adds the ids from which a claim leads to one of the targets to the dirty ones. */
function addWhatEndsAt(
  targets: ReadonlySet<string>,
  claimsFrom: ReadonlyMap<string, readonly DirectedClaim[]>,
  dirty: Set<string>,
): void {
  for (const [source, claims] of claimsFrom) {
    if (!dirty.has(source) && claims.some(({ target }) => targets.has(target))) dirty.add(source)
  }
}

/** Takes the claims of an entity out, and adds the ids at which they began to the dirty ones. */
function forget(
  owner: Entity | undefined,
  claimsFrom: Map<string, DirectedClaim[]>,
  dirty: Set<string>,
  ontology: Ontology,
): void {
  if (owner === undefined) return
  const sources = new Set(directedClaims(owner, ontology).map(({ source }) => source))
  for (const source of sources) {
    const others = claimsFrom.get(source)?.filter((claim) => claim.owner !== owner) ?? []
    if (others.length > 0) claimsFrom.set(source, others)
    else claimsFrom.delete(source)
    dirty.add(source)
  }
}

/** Puts the claims of an entity in, and gives the ids at which they begin. */
function remember(
  owner: Entity | undefined,
  claimsFrom: Map<string, DirectedClaim[]>,
  ontology: Ontology,
): readonly string[] {
  if (owner === undefined) return []
  const directed = directedClaims(owner, ontology)
  for (const claim of directed) {
    const claims = claimsFrom.get(claim.source)
    if (claims) claims.push(claim)
    else claimsFrom.set(claim.source, [claim])
  }
  return directed.map(({ source }) => source)
}

function resolve(
  claims: readonly DirectedClaim[],
  entities: ReadonlyMap<string, Entity>,
  ontology: Ontology,
): Resolved {
  const all: Relation[] = []
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  for (const sameEnds of runs(claims)) {
    const relations = resolveRelations(sameEnds, entities, ontology)
    if (relations.length === 0) continue
    for (const rule of relationRules) rule(relations, ontology, report)
    for (const relation of relations) all.push(relation)
  }
  return { relations: all, diagnostics }
}

/** Claims that begin at one entity, by type and target; each in order of place, whatever the order of the edits. */
function runs(claims: readonly DirectedClaim[]): readonly (readonly DirectedClaim[])[] {
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

/** In order of the id at which they begin. */
function flat<T>(
  entities: ReadonlyMap<string, Entity>,
  resolvedFrom: ReadonlyMap<string, Resolved>,
  part: (resolved: Resolved) => readonly T[],
): readonly T[] {
  const all: T[] = []
  for (const id of entities.keys()) {
    const resolved = resolvedFrom.get(id)
    if (resolved) for (const item of part(resolved)) all.push(item)
  }
  return all
}
