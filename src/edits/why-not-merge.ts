import type { Document } from '../documents/document.ts'
import type { YamlNode } from '../documents/yaml-node.ts'
import type { Base } from '../model/base.ts'
import type { CheckedModel } from '../model/check-model.ts'
import type { Entity } from '../model/entity.ts'
import type { Span } from '../text/span.ts'
import type { EntityInDraft } from './entity-in-draft.ts'
import { isFlow } from './extent.ts'
import { notDeclaredOnce } from './not-declared-once.ts'
import { commentedBrackets } from './open-brackets.ts'
import { type Refusal, refuse } from './refactoring.ts'
import { entryOf, statementOf } from './written-claim.ts'
import { type DeclaredId, declaredIds } from './written-ids.ts'
import { writtenInBrokenFile } from './written-in-broken-file.ts'

/** Why two ids cannot be made one as they are; to find them at all comes first. */
export function cannotBeFound(
  documents: readonly Document[],
  from: string,
  into: string,
): Refusal | undefined {
  const declared = documents.flatMap(declaredIds)
  if (from === into) return refuse(`"${from}" is one already. Name two.`)
  const notThere =
    notDeclaredOnce(documents, declared, from) ?? notDeclaredOnce(documents, declared, into)
  if (notThere) return notThere
  const sources = declared.filter(({ id, kind }) => kind === 'source' && [from, into].includes(id))
  if (sources.length > 0) return noSources(sources)
  const identity = documents.find(({ path }) => path === 'identity.yaml')
  if (identity && identity.root === undefined) {
    return refuse('The decisions in identity.yaml cannot be read. Mend that file first.')
  }
  return writtenInBrokenFile(documents, from)
}

function noSources(sources: readonly DeclaredId[]): Refusal {
  return refuse(
    'Only entities can be merged. Cite one of the sources everywhere, and delete the other; this is a source:',
    sources.map(({ span }) => span),
  )
}

interface Two {
  readonly from: Entity
  readonly into: Entity
}

/** Why two entities cannot be made one without losing or inventing something. */
export function contradiction(
  { base, diagnostics }: CheckedModel,
  from: string,
  into: string,
): Refusal | undefined {
  const [a, b] = [from, into].map((id) => base.entities.get(id))
  const files = new Set([a?.id.span.file, b?.id.span.file])
  const errors = diagnostics.filter(
    ({ severity, span }) => severity === 'error' && files.has(span.file),
  )
  if (errors.length > 0 || a === undefined || b === undefined) {
    const places = errors.map(({ span }) => span)
    return refuse(
      'The files of the two have errors. "dossier check" tells how to mend them:',
      places,
    )
  }
  const two = { from: a, into: b }
  return unlikeTypes(two, base) ?? unlikeNames(two) ?? decided(two, base) ?? tied(two, base)
}

function unlikeTypes({ from, into }: Two, { ontology }: Base): Refusal | undefined {
  const typesOf = ({ type }: Entity) => ontology.entityTypes.get(type.value)?.types ?? []
  if (typesOf(from).includes(into.type.value)) return undefined
  if (typesOf(into).includes(from.type.value)) return undefined
  return refuse(
    `One is of type "${from.type.value}", the other of type "${into.type.value}". Give both the type that is right:`,
    [from.type.span, into.type.span],
  )
}

function unlikeNames({ from, into }: Two): Refusal | undefined {
  if (into.unnamed && !from.unnamed) {
    return refuse(
      `The sources withhold the name of "${into.id.value}" and give that of "${from.id.value}". Merge the other way round: dossier merge ${into.id.value} into ${from.id.value}.`,
    )
  }
  if (from.count === into.count) return undefined
  const many = (entity: Entity) => `"${entity.id.value}" stands for ${entity.count ?? 'one'}`
  return refuse(`${many(from)}, ${many(into)}. Write the right "count" in both:`, [
    from.id.span,
    into.id.span,
  ])
}

function decided({ from, into }: Two, { identity }: Base): Refusal | undefined {
  const ids = [from.id.value, into.id.value]
  const different = identity.filter(
    ({ verdict, entities }) =>
      verdict === 'different' && ids.every((id) => entities.some(({ value }) => value === id)),
  )
  if (different.length === 0) return undefined
  return refuse(
    `It is decided that these two are different. If that was wrong, delete the decision first:`,
    different.map(({ span }) => span),
  )
}

/** A relation between the two would tie one to itself. */
function tied({ from, into }: Two, { relationsFrom }: Base): Refusal | undefined {
  const two = new Set([from, into])
  const ids = [from.id.value, into.id.value].sort()
  const places: Span[] = ids
    .flatMap((id) => relationsFrom.get(id)?.all() ?? [])
    .filter(({ source, target }) => source !== target && two.has(source) && two.has(target))
    .flatMap(({ written }) => written.map(({ claim }) => claim.target.span))
  if (places.length === 0) return undefined
  return refuse(
    `These two are tied to each other, and one cannot be tied to itself. Delete the relation, if they are one:`,
    places,
  )
}

/** Why the text of one cannot be put into that of the other. */
export function cannotBeWritten(from: EntityInDraft, into: EntityInDraft): Refusal | undefined {
  const [a, b] = [from, into].map(({ body }) => entryOf(body, 'when')?.value)
  if (a && b && statementOf(a) !== statementOf(b)) {
    return refuse(
      `The two have different dates. Write one of them under the other as a rival, or make them the same:`,
      [a.span, b.span],
    )
  }
  const allow = from.declared.from === 'file-name' && entryOf(from.root, 'allow')
  if (allow) {
    return refuse(`This "allow" would be lost. Move it to ${into.path}, or delete it:`, [
      allow.key.span,
    ])
  }
  const brackets = [
    ...commentedBrackets(from.text, from.body),
    ...commentedBrackets(into.text, into.body),
    ...around(into),
  ]
  if (brackets.length === 0) return undefined
  return refuse(
    'These brackets are in the way. Write what is in them in lines of its own, without brackets:',
    brackets.map(({ span }) => span),
  )
}

/** Brackets in which nothing can have lines of its own. */
function around({ text, root, declared, body }: EntityInDraft): readonly YamlNode[] {
  const outer = declared.from === 'key' ? [root, entryOf(root, 'entities')?.value] : [body]
  return outer.filter((node) => node !== undefined).filter((node) => isFlow(text, node))
}
