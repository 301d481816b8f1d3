import type { Suggestion } from '../../text/nearest.ts'
import type { Located, Span } from '../../text/span.ts'
import type { Diagnostic, Note } from '../diagnostic.ts'
import { error, fixable, listed, meant, quoted, warning } from './wording.ts'

export function duplicateId(id: Located<string>, first: Span): Diagnostic {
  return error(
    'duplicate-id',
    id.span,
    `The id ${quoted(id.value)} is taken. If the two are one, move all into one file; if not, give one another id: the file's name, or the key under "entities".`,
    {
      message: 'It is declared here too.',
      span: first,
    },
  )
}

export function sourceNamedAsEntity(source: Located<string>, entity: Span): Diagnostic {
  return error(
    'duplicate-id',
    source.span,
    `The id ${quoted(source.value)} is that of an entity. Give the source another: rename its file, for example to "${source.value}-report.yaml", and what cites it.`,
    { message: 'The entity is declared here.', span: entity },
  )
}

export function brokenReference(
  target: Located<string>,
  suggestion: Suggestion | undefined,
  meantOne: Namesake | undefined,
): Diagnostic {
  const diagnostic = error(
    'broken-reference',
    target.span,
    `There is no entity ${quoted(target.value)}. ${meant(suggestion, 'Add a file for it, or mend the id.')}`,
    meantOne && {
      message: `${quoted(meantOne.id)} (${meantOne.name}) is declared here.`,
      span: meantOne.span,
    },
  )
  return fixable(diagnostic, target.value, suggestion)
}

export function sourceAsEntity(id: Located<string>): Diagnostic {
  return error(
    'broken-reference',
    id.span,
    `${quoted(id.value)} names a source, not an entity. Cite it with "cite"; "said-by" names whom it quotes.`,
  )
}

export function severalEntities(span: Span, ids: readonly string[]): Diagnostic {
  return error(
    'broken-reference',
    span,
    `These are several entities in one text. Write them as a list, with commas: [${ids.join(', ')}].`,
  )
}

export function unknownType(
  type: Located<string>,
  known: readonly string[],
  suggestion: Suggestion | undefined,
): Diagnostic {
  const diagnostic = error(
    'unknown-type',
    type.span,
    `The ontology has no entity type ${quoted(type.value)}. ${meant(suggestion, known.length > 12 ? 'Take one that ontology.yaml declares, or declare it there.' : `Its types are ${listed(known, 'and')}.`)}`,
  )
  return fixable(diagnostic, type.value, suggestion)
}

export function unknownRelation(
  name: Located<string>,
  suggestion: Suggestion | undefined,
): Diagnostic {
  const diagnostic = error(
    'unknown-relation',
    name.span,
    `The ontology has no relation ${quoted(name.value)}. ${meant(suggestion, 'Add it to ontology.yaml, or use one that is there.')}`,
  )
  return fixable(diagnostic, name.value, suggestion)
}

export function unknownAttribute(
  name: Located<string>,
  type: string,
  known: readonly string[],
  suggestion: Suggestion | undefined,
): Diagnostic {
  const there =
    known.length === 0
      ? `Entities of type "${type}" have none.`
      : `Those of "${type}" are ${listed(known, 'and')}.`
  const diagnostic = error(
    'unknown-attribute',
    name.span,
    `The ontology has no attribute ${quoted(name.value)} here. ${meant(suggestion, there)}`,
  )
  return fixable(diagnostic, name.value, suggestion)
}

interface Namesake {
  readonly id: string
  readonly name: string
  readonly span: Span
}

/** Of a name that several have the first ones are shown. */
export const mostNamesakes = 4

export function aliasCollision(
  id: string,
  name: Located<string>,
  others: readonly Namesake[],
): Diagnostic {
  const ids = firstOf(
    others.map((other) => `"${other.id}"`),
    'and',
  )
  return warning(
    'alias-collision',
    name.span,
    `${quoted(name.value)} is also a name of ${ids}. ${decide(id, others)}`,
    ...placesOf(others),
  )
}

export function possibleDuplicate(
  id: string,
  name: Located<string>,
  others: readonly Namesake[],
): Diagnostic {
  const names = firstOf(
    others.map((other) => `${quoted(other.name)} ("${other.id}")`),
    'or',
  )
  return warning(
    'possible-duplicate',
    name.span,
    `${quoted(name.value)} may be ${names} in another spelling. ${decide(id, others)}`,
    ...placesOf(others),
  )
}

/** Not how many more: of a very common name not all are compared. */
function firstOf(names: readonly string[], joint: string): string {
  const isMore = names.length > mostNamesakes
  return listed(isMore ? [...names.slice(0, mostNamesakes), 'others'] : names, joint)
}

function placesOf(others: readonly Namesake[]): readonly Note[] {
  return others
    .slice(0, mostNamesakes)
    .map((other) => ({ message: `"${other.id}" has its name here.`, span: other.span }))
}

function decide(id: string, [first, ...others]: readonly Namesake[]): string {
  const merge = `"dossier merge ${id} into ${first?.id}"`
  const reason =
    'under "different" in identity.yaml, with the reason; if nobody knows, under "undecided"'
  return others.length === 0
    ? `If they are one: ${merge}. If not, list both ${reason}.`
    : `If it is one of them: ${merge}, or into whichever it is. If not, list it with each of them by itself ${reason}.`
}

interface Decision {
  readonly verdict: string
  readonly span: Span
}

export function contradictsIdentity(
  { verdict, span }: Decision,
  pair: readonly string[],
  earlier: Decision,
  byWayOfOthers: boolean,
): Diagnostic {
  const names = listed(pair.map(quoted), 'and')
  return error(
    'contradicts-identity',
    span,
    `${names} are "${verdict}" here and "${earlier.verdict}" elsewhere${byWayOfOthers ? ', by way of others' : ''}. Keep one decision.`,
    {
      message: byWayOfOthers
        ? 'This decision is one of those that make them the same.'
        : 'The other decision stands here.',
      span: earlier.span,
    },
  )
}

export function unlikeTypes(
  span: Span,
  ids: readonly [string, string],
  types: readonly [string, string],
): Diagnostic {
  const told = ids.map((id, at) => `${quoted(id)} (${types[at]})`)
  return error(
    'contradicts-identity',
    span,
    `${listed(told, 'and')} cannot be the same: in this ontology nothing is both. Mend an id here, or the type of one.`,
  )
}

export function mixedScript(span: Span, word: string, scripts: readonly string[]): Diagnostic {
  return warning(
    'mixed-script',
    span,
    `The word ${quoted(word)} mixes ${listed(scripts, 'and')} letters, so a search for it fails. Type it in one script.`,
  )
}
