import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { wrongDomain, wrongRange } from '../../diagnostics/problems/meaning.ts'
import { endFits } from '../end-fits.ts'
import type { Entity } from '../entity.ts'
import type { Ontology } from '../ontology.ts'
import type { Relation, WrittenRelation } from '../relation.ts'
import type { RelationRule } from '../rule.ts'

/** A relation runs from its domain to its range; a symmetric one may be written from either. */
export const everyEndFits: RelationRule = (relations, ontology, report) => {
  for (const relation of relations) {
    for (const written of relation.written) {
      const problem = misfit(relation, written, ontology)
      if (problem) report(problem)
    }
  }
}

function misfit(
  { type, source, target }: Relation,
  { claim, owner }: WrittenRelation,
  ontology: Ontology,
): Diagnostic | undefined {
  const isSource = owner === source
  const other = isSource ? target : source
  const ours = isSource ? type.from : type.to
  const theirs = isSource ? type.to : type.from
  const isOwnerFit = fits(owner, ours, ontology)
  if (isOwnerFit && fits(other, theirs, ontology)) return undefined
  const turned = fits(owner, theirs, ontology) && fits(other, ours, ontology)
  if (turned && type.symmetric) return undefined
  const name = claim.relation.value
  if (isOwnerFit) return wrongRange(claim.target, name, end(other), theirs)
  // Written from the wrong end: its inverse says what is meant.
  const inverse = name === type.id ? type.inverse : type.id
  return wrongDomain(claim.relation, name, end(owner), ours, turned ? inverse : undefined)
}

function fits({ type }: Entity, allowed: readonly string[], ontology: Ontology): boolean {
  return endFits(type.value, allowed, ontology)
}

function end({ id, type }: Entity) {
  return { id: id.value, type: type.value, span: id.span }
}
