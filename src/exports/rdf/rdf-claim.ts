import type {
  AttributeClaimAttributes,
  ClaimAttributes,
  EdgeAttributes,
  RivalAttributes,
} from '../../graph/knowledge-graph.ts'
import type { Confidence } from '../../model/claim.ts'
import { type Name, named, nameOf, type Term } from './term.ts'
import { edtfTerm, valueTerm } from './value-term.ts'

/** A claim as a triple with a name, ready to be stated and to be described. */
export interface RdfClaim {
  /** The key of the node or edge that bears it. */
  readonly key: string
  /** What its name and those of its rivals are made of. */
  readonly ids: readonly (string | number)[]
  readonly subject: Name
  readonly predicate: Name
  readonly object: Term
  readonly role: string | undefined
  /** The event that a projection made a tie of. */
  readonly event: string | undefined
  readonly evidence: ClaimAttributes
  /** What another reading puts in the place of the object; nothing where it disputes something else. */
  readonly otherObject: (rival: RivalAttributes) => Term | undefined
}

/** An attribute's further values are numbered from 2, as edges are. */
export function attributeClaim(
  node: string,
  attribute: string,
  claim: AttributeClaimAttributes,
  index: number,
): RdfClaim {
  const isDate = attribute === ownDate
  const term = isDate ? (value: unknown) => edtfTerm(String(value)) : valueTerm
  return {
    key: node,
    ids: index === 0 ? [node, attribute] : [node, attribute, index + 1],
    subject: nameOf('entity', node),
    predicate: isDate ? 'dossier:when' : nameOf('attribute', attribute),
    object: term(claim.value),
    role: undefined,
    event: undefined,
    evidence: claim,
    otherObject: ({ value }) => (value === undefined ? undefined : term(value)),
  }
}

export function relationClaim(
  key: string,
  edge: EdgeAttributes,
  source: string,
  target: string,
): RdfClaim {
  return {
    key,
    ids: [key],
    subject: nameOf('entity', source),
    predicate: nameOf('relation', edge.relation),
    object: entityTerm(target),
    role: edge.role,
    event: edge.event?.id,
    evidence: edge,
    otherObject: ({ target: other }) => (other === undefined ? undefined : entityTerm(other)),
  }
}

/** Where a dated entity keeps the claim of its own date. */
export const ownDate = 'when'

/** Who reads a triple takes it for true, so what the curators hold for doubtful or worse is described only. */
export function isStated(confidence: Confidence | undefined): boolean {
  return confidence !== 'doubtful' && confidence !== 'improbable'
}

function entityTerm(id: string): Term {
  return named(nameOf('entity', id))
}
