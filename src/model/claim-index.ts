import { type DirectedClaim, directedClaim, eachDirection } from './directed-claim.ts'
import type { Entity } from './entity.ts'
import type { Ontology } from './ontology.ts'

/** Finds the claims whose relations begin at an entity, whichever end they are written at. */
export interface ClaimIndex {
  /** Gives the ids at which other relations may begin now, because one of their ends has changed. */
  readonly update: (
    before: ReadonlyMap<string, Entity>,
    now: ReadonlyMap<string, Entity>,
    changed: ReadonlySet<string>,
  ) => ReadonlySet<string>
  readonly from: (entities: ReadonlyMap<string, Entity>, id: string) => readonly DirectedClaim[]
}

/** A claim that stands in the file of the other end. */
interface ClaimElsewhere {
  readonly owner: Entity
  readonly at: number
}

export function claimIndex(ontology: Ontology): ClaimIndex {
  const elsewhere = new Map<string, ClaimElsewhere[]>()
  /** Where claims begin that end at an entity, and perhaps some that did. Made for the first edit. */
  let sourcesInto: Map<string, Set<string>> | undefined

  const put = (owner: Entity) =>
    eachDirection(owner, ontology, (source, target, at) => {
      if (sourcesInto) note(sourcesInto, source, target)
      if (source === owner.id.value) return
      const claims = elsewhere.get(source)
      if (claims) claims.push({ owner, at })
      else elsewhere.set(source, [{ owner, at }])
    })
  const takeOut = (owner: Entity) => {
    for (const source of sourcesOf(owner, ontology)) {
      const others = elsewhere.get(source)?.filter((claim) => claim.owner !== owner) ?? []
      if (others.length > 0) elsewhere.set(source, others)
      else elsewhere.delete(source)
    }
  }
  const begin = (before: Iterable<string>, now: ReadonlyMap<string, Entity>) => {
    elsewhere.clear()
    sourcesInto = undefined
    for (const owner of now.values()) put(owner)
    const all = new Set(now.keys())
    for (const id of before) all.add(id)
    return all
  }
  const replace: ClaimIndex['update'] = (before, now, changed) => {
    sourcesInto ??= targetsOf(before.values(), ontology)
    const [gone, come] = [entitiesOf(changed, before), entitiesOf(changed, now)]
    for (const owner of gone) takeOut(owner)
    for (const owner of come) put(owner)
    const sources = [...gone, ...come].map((owner) => [...sourcesOf(owner, ontology)])
    const others = Array.from(changed, (id) => [...(sourcesInto?.get(id) ?? [])])
    return new Set([changed, sources, others].flatMap((ids) => [...ids].flat()))
  }
  return {
    // To take many owners out of the lists one by one costs more than to begin anew.
    update: (before, now, changed) =>
      changed.size * 4 > now.size ? begin(before.keys(), now) : replace(before, now, changed),
    from: (entities, id) => {
      const owner = entities.get(id)
      if (owner === undefined) return []
      const claims: DirectedClaim[] = []
      eachDirection(owner, ontology, (source, _, at) => {
        if (source === id) claims.push(directedClaim(owner, at, ontology))
      })
      for (const { owner, at } of elsewhere.get(id) ?? []) {
        claims.push(directedClaim(owner, at, ontology))
      }
      return claims
    },
  }
}

function entitiesOf(ids: ReadonlySet<string>, all: ReadonlyMap<string, Entity>): Entity[] {
  return [...ids].flatMap((id) => all.get(id) ?? [])
}

function sourcesOf(owner: Entity, ontology: Ontology): ReadonlySet<string> {
  const sources = new Set<string>()
  eachDirection(owner, ontology, (source) => void sources.add(source))
  return sources
}

function targetsOf(owners: Iterable<Entity>, ontology: Ontology): Map<string, Set<string>> {
  const sourcesInto = new Map<string, Set<string>>()
  for (const owner of owners) {
    eachDirection(owner, ontology, (source, target) => note(sourcesInto, source, target))
  }
  return sourcesInto
}

function note(sourcesInto: Map<string, Set<string>>, source: string, target: string): void {
  const sources = sourcesInto.get(target)
  if (sources) sources.add(source)
  else sourcesInto.set(target, new Set([source]))
}
