import type { RivalAttributes } from '../../graph/knowledge-graph.ts'
import { describeEvidence } from './describe-evidence.ts'
import { isStated, type RdfClaim } from './rdf-claim.ts'
import {
  type Description,
  named,
  nameOf,
  optional,
  type Property,
  property,
  type Term,
  text,
} from './term.ts'
import { integerTerm } from './value-term.ts'

/** The claim's own graph, if it has one and states anything; the claim; and what disputes it. */
export function* describeClaim(claim: RdfClaim, inGraph: boolean): Generator<Description> {
  const { key, ids, subject, predicate, object, role, event, evidence } = claim
  const name = nameOf('claim', ...ids)
  if (inGraph && isStated(evidence.confidence)) {
    yield { subject: named(subject), properties: property(predicate, object), graph: name, key }
  }
  const rivals = evidence.rivals.map((_, index) => nameOf('rival', ...ids, index + 1))
  yield {
    subject: named(name),
    properties: [
      ...property('rdf:type', named('dossier:Claim')),
      ...statement(claim, object),
      ...optional('dossier:role', role, text),
      ...optional('dossier:event', event, (id) => named(nameOf('entity', id))),
      ...describeEvidence(evidence),
      ...property('dossier:rival', ...rivals.map(named)),
      ...describePlace(evidence),
    ],
    key,
  }
  for (const [index, rival] of evidence.rivals.entries()) {
    const properties = describeRival(claim, rival)
    yield { subject: named(nameOf('rival', ...ids, index + 1)), properties, key }
  }
}

/** Where the data says so. */
export function describePlace({
  file,
  line,
}: {
  readonly file: string
  readonly line: number
}): Property[] {
  return [...property('dossier:file', text(file)), ...property('dossier:line', integerTerm(line))]
}

/** A denial says nothing about how it is, unless it gives a reading, too. */
function describeRival(claim: RdfClaim, rival: RivalAttributes): Property[] {
  const other = claim.otherObject(rival)
  const isReading = other !== undefined || rival.denied !== true
  return [
    ...property(
      'rdf:type',
      isReading ? named('dossier:Rival') : undefined,
      rival.denied === true ? named('dossier:Denial') : undefined,
    ),
    ...(isReading ? statement(claim, other ?? claim.object) : []),
    ...describeEvidence(rival),
  ]
}

function statement({ subject, predicate }: RdfClaim, object: Term): Property[] {
  return [
    ...property('rdf:subject', named(subject)),
    ...property('rdf:predicate', named(predicate)),
    ...property('rdf:object', object),
  ]
}
