import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { circle, error, fixable, listed, meant, quoted, start, warning } from './wording.ts'

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
    `Entities of type "${type}" have no date of their own. Write "when" at the attributes and relations that it is the date of, or add "dated: true" to the type in ontology.yaml.`,
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
  const hint = meant(turned, anotherOf(found.type, 'from', asked))
  const diagnostic = error(
    'wrong-domain',
    relation.span,
    `"${asked}" runs from ${listed(wanted)}, but "${found.id}" is of type "${found.type}". ${hint}`,
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
    `"${asked}" runs to ${listed(wanted)}, but "${found.id}" is of type "${found.type}". ${anotherOf(found.type, 'to', asked)}`,
    { message: `"${found.id}" is declared here.`, span: found.span },
  )
}

function anotherOf(type: string, end: 'from' | 'to', relation: string): string {
  const other = end === 'from' ? 'relation' : 'entity or relation'
  return `Choose another ${other}, or add "${type}" to the "${end}" of "${relation}" in ontology.yaml.`
}

/** `links` go round, each from an entity to the next; the last one is where the mistake is told. */
export function cycle(
  relation: string,
  links: readonly { readonly id: string; readonly said: Located<string> }[],
): Diagnostic {
  const last = links.at(-1)
  const ids = links.map(({ id }) => id)
  return error(
    'cycle',
    last?.said.span ?? start(''),
    `"${relation}" may not run in a circle, and here it does: ${circle(ids, ' → ')}. One of these is wrong: remove it, or turn it round.`,
    ...links
      .slice(0, -1)
      .slice(0, mostLinks)
      .map(({ id, said }) => ({
        message: `The one that "${id}" begins stands here.`,
        span: said.span,
      })),
  )
}

const mostLinks = 5

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
    `"${source}" may have only ${most} "${relation}" at a time, says ontology.yaml, and this is one more. Give them dates that do not overlap; if the sources disagree, write one under "rivals" of the other.`,
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
    `This "${relation}" is in this file already, with the same date and role. Delete it, and move its citations to the first one${canUnite ? '; "dossier check --fix" does both' : ''}.`,
    {
      message: 'It was first said here.',
      span: first,
    },
  )
  return canUnite ? { ...diagnostic, fix: 'unite-claims' } : diagnostic
}

export function duplicateValue(span: Span, attribute: string, first: Span): Diagnostic {
  return warning(
    'duplicate-claim',
    span,
    `This value of "${attribute}" is told already, with the same date, speaker and confidence. Delete it, and move its citations to the first one.`,
    { message: 'It was first told here.', span: first },
  )
}

export function selfRelation(target: Located<string>, relation: string): Diagnostic {
  return warning(
    'self-relation',
    target.span,
    `Here "${relation}" ties "${target.value}" to itself. Name the other entity, or delete this.`,
  )
}

export function pointlessRival(span: Span): Diagnostic {
  return warning(
    'pointless-rival',
    span,
    'This rival reading is the same as its claim, so nothing is in dispute. Move its citation to the claim, or write the value, target or date in which it differs.',
  )
}
