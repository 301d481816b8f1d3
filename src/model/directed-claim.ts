import { compareText } from '../text/compare-text.ts'
import type { Entity, Tie } from './entity.ts'
import type { Ontology, RelationType } from './ontology.ts'
import type { WrittenRelation } from './relation.ts'

/** A written claim turned into its relation's own direction. Whether its ends are there is not yet known. */
export interface DirectedClaim extends WrittenRelation, Directed {}

interface Directed {
  readonly type: RelationType
  readonly source: string
  readonly target: string
}

/**
 * Tells of each claim of an entity at which id its relation begins and at which it ends. Claims whose relations the
 * ontology does not know have been reported where they were read.
 */
export function eachDirection(
  owner: Entity,
  ontology: Ontology,
  tell: (source: string, target: string, at: number) => void,
): void {
  owner.eachTie((tie) => {
    const directed = direct(owner, tie, ontology)
    if (directed) tell(directed.source, directed.target, tie.at)
  })
}

/** The claim of an entity that stands `at` a place, which `eachDirection` has told. */
export function directedClaim(owner: Entity, at: number, ontology: Ontology): DirectedClaim {
  const claim = owner.relationAt(at)
  const { relation, target, role } = claim
  const tie = { relation: relation.value, target: target.value, hasRole: role !== undefined }
  const directed = direct(owner, tie, ontology)
  if (directed === undefined) throw new Error('Its direction has been told.')
  return { claim, owner, ...directed }
}

function direct(
  owner: Entity,
  { relation, target: there, hasRole }: Omit<Tie, 'at'>,
  { relationTypes, inverses }: Ontology,
): Directed | undefined {
  const inverted = inverses.get(relation)
  const type = relationTypes.get(inverted ?? relation)
  if (type === undefined) return undefined
  const here = owner.id.value
  // A role is that of the source, so a symmetric relation with one keeps the direction in which it is written.
  const isFree = type.symmetric && !hasRole
  const swap = isFree ? compareText(there, here) < 0 : inverted !== undefined
  return { type, source: swap ? there : here, target: swap ? here : there }
}
