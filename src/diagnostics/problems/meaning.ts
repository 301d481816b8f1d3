import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { circle, error, fixable, listed, meant, quoted, warning } from './wording.ts'

export function abstractType(type: Located<string>, below: readonly string[]): Diagnostic {
  return error(
    'abstract-type',
    type.span,
    `"${type.value}" is abstract: it only groups other types. ${below.length === 0 ? 'Choose another.' : `Choose ${listed(below)}.`}`,
  )
}

export function undatedType(span: Span, type: string): Diagnostic {
  return error(
    'undated-type',
    span,
    `A ${type} has no date of its own. Put "when" on its attributes and relations, or declare the type "dated: true".`,
  )
}

interface End {
  readonly id: string
  readonly type: string
  readonly span: Span
}

export function wrongDomain(
  relation: Located<string>,
  asked: string,
  found: End,
  wanted: readonly string[],
  inverse: string | undefined,
): Diagnostic {
  const turned = inverse === undefined ? undefined : { text: inverse, isOnly: true }
  const hint = turned === undefined ? '' : ` ${meant(turned, '')}`
  const diagnostic = error(
    'wrong-domain',
    relation.span,
    `"${asked}" runs from ${listed(wanted)}, but "${found.id}" is of type "${found.type}".${hint}`,
    { message: `"${found.id}" is declared here.`, span: found.span },
  )
  return fixable(diagnostic, asked, turned)
}

export function wrongRange(
  target: Located<string>,
  asked: string,
  found: End,
  wanted: readonly string[],
): Diagnostic {
  return error(
    'wrong-range',
    target.span,
    `"${asked}" runs to ${listed(wanted)}, but "${found.id}" is of type "${found.type}".`,
    { message: `"${found.id}" is declared here.`, span: found.span },
  )
}

export function cycle(
  target: Located<string>,
  relation: string,
  ids: readonly string[],
): Diagnostic {
  return error(
    'cycle',
    target.span,
    `"${relation}" may not run in a circle, and here it does: ${circle(ids, ' → ')}. Remove one of these.`,
  )
}

export function tooMany(
  span: Span,
  source: string,
  relation: string,
  most: number,
  others: readonly Span[],
): Diagnostic {
  return error(
    'too-many',
    span,
    `"${source}" may have at most ${most} "${relation}" at any one time, and has that without this one. Date them so that they do not overlap, or make one a rival of the other.`,
    ...others
      .slice(0, 3)
      .map((other) => ({ message: 'This holds at the same time.', span: other })),
  )
}

export function conflictingEnds(
  span: Span,
  relation: string,
  what: string,
  [here, there]: readonly (string | undefined)[],
  other: Span,
): Diagnostic {
  const told = (value: string | undefined) => (value === undefined ? `no ${what}` : quoted(value))
  return warning(
    'conflicting-ends',
    span,
    `"${relation}" is written at both ends, and they differ in ${what}: ${told(here)} here, ${told(there)} there. Make them the same, or delete one.`,
    { message: 'The other end says it here.', span: other },
  )
}

export function duplicateClaim(
  span: Span,
  relation: string,
  first: Span,
  canUnite: boolean,
): Diagnostic {
  const diagnostic = warning(
    'duplicate-claim',
    span,
    `This "${relation}" says nothing new. Delete it, and move its citations to the first one${canUnite ? '; "dossier check --fix" does both' : ''}.`,
    {
      message: 'It was first said here.',
      span: first,
    },
  )
  return canUnite ? { ...diagnostic, fix: 'unite-claims' } : diagnostic
}

export function selfRelation(target: Located<string>, relation: string): Diagnostic {
  return warning(
    'self-relation',
    target.span,
    `Here "${relation}" ties "${target.value}" to itself. Name the entity that is meant.`,
  )
}

export function pointlessRival(span: Span): Diagnostic {
  return warning(
    'pointless-rival',
    span,
    'This rival says what the claim says. Add its citation to the claim, or say what differs.',
  )
}
