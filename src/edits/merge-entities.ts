import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import type { YamlNode } from '../documents/yaml-node.ts'
import { type CheckedModel, openChecker } from '../model/check-model.ts'
import { writeCitations } from './add-citations.ts'
import { commentsIn } from './comments-in.ts'
import { type Draft, draftOf } from './draft.ts'
import { type EntityInDraft, entityInDraft } from './entity-in-draft.ts'
import { isFlow, type Lines, partsOf } from './extent.ts'
import { addAliases, addComments, fillEntity, openEntity } from './fill-entity.ts'
import { inBrackets } from './in-brackets.ts'
import { packEntity } from './pack-entity.ts'
import { recordMerge, settleDecisions } from './record-merge.ts'
import { redirect } from './redirect.ts'
import { type Refactoring, type Refusal, type Remark, refuse } from './refactoring.ts'
import { removePart } from './remove-part.ts'
import { uniteClaims } from './unite-claims.ts'
import { cannotBeFound, cannotBeWritten, contradiction } from './why-not-merge.ts'
import { entryOf, ownCitations } from './written-claim.ts'
import { itemsOf } from './written-ids.ts'

export interface Merge {
  readonly from: string
  readonly into: string
  /** Why the curator takes the two for one. */
  readonly reason: string | undefined
}

/**
 * Makes one entity of two: what the first says moves into the second, its names become aliases, every mention of it
 * leads to the second, and it is written down where decisions on identity are kept. Nothing is lost and no new error
 * comes up; where that cannot be had, nothing is changed.
 */
export function mergeEntities(documents: readonly Document[], merge: Merge): Refactoring | Refusal {
  const { from, into } = merge
  const check = openChecker()
  const draft = draftOf(documents)
  const lost = cannotBeFound(documents, from, into)
  if (lost) return lost
  const before = check({ files: documents, diagnostics: [] })
  const refusal =
    contradiction(before, from, into) ??
    cannotBeWritten(entityInDraft(draft, from), entityInDraft(draft, into))
  if (refusal) return refusal

  const told = settleDecisions(draft, [from, into])
  const references = redirect(draft, from, into)
  if (typeof references !== 'number') return references
  const name = before.base.entities.get(from)?.name.value ?? from
  chooseType(draft, before, merge)
  moveEntity(draft, merge)
  uniteClaims(draft, into)
  const reasons = [merge.reason, ...told].filter((reason) => reason !== undefined)
  recordMerge(draft, [`Merged: ${from} (${name}) is now ${into}.`, ...reasons])

  const remarks = compare(before, check({ files: draft.documents(), diagnostics: [] }), merge)
  return 'refused' in remarks ? remarks : { changes: draft.changes(), references, remarks }
}

/** The narrower of two types: it has the attributes and relations of both. */
function chooseType(draft: Draft, { base }: CheckedModel, { from, into }: Merge): void {
  const [a, b] = [from, into].map((id) => base.entities.get(id)?.type.value)
  const isNarrower =
    a !== undefined && a !== b && base.ontology.entityTypes.get(a)?.types.includes(b ?? '')
  const { path, body } = entityInDraft(draft, into)
  const type = entryOf(body, 'type')?.value
  if (isNarrower && type) draft.edit(path, [{ ...type.span, text: a }])
}

function moveEntity(draft: Draft, { from, into }: Merge): void {
  writeOutCitations(draft, from, into)
  openEntity(draft, into)
  const entity = entityInDraft(draft, from)
  const packed = packEntity(entity)
  addAliases(draft, into, newNames(entity, entityInDraft(draft, into)))
  const moved = fillEntity(draft, into, packed)
  const summary = summaryOf(entityInDraft(draft, into))
  addComments(draft, into, leftOver(entity, moved, summary))
  removeEntity(draft, from)
}

/** What a claim is cited from is written at the claim, because in the other place it would fall back to something else. */
function writeOutCitations(draft: Draft, from: string, into: string): void {
  const { path, text, body, inherited } = entityInDraft(draft, from)
  const keys = (citations: typeof inherited) => citations.map(({ key }) => key).join()
  if (keys(inherited) === keys(entityInDraft(draft, into).inherited)) return
  const citations = inherited.map((citation) => citation.text)
  const bare = claimsOf(body).filter((claim) => ownCitations(claim) === undefined)
  draft.edit(
    path,
    bare.flatMap((claim) => writeCitations(text, claim, citations)),
  )
}

function claimsOf(body: EntityInDraft['body']): readonly YamlNode[] {
  const [when, attributes, relations] = ['when', 'attributes', 'relations'].map(
    (key) => entryOf(body, key)?.value,
  )
  const values = attributes?.kind === 'map' ? attributes.entries.map(({ value }) => value) : []
  return [
    ...(when ? [when] : []),
    ...values.flatMap(itemsOf),
    ...(relations ? itemsOf(relations) : []),
  ]
}

/** The name of an entity whose name is withheld only describes it. */
function newNames(from: EntityInDraft, into: EntityInDraft): readonly string[] {
  const namesOf = ({ body }: EntityInDraft, keys: readonly string[]) =>
    keys.flatMap((key) => {
      const value = entryOf(body, key)?.value
      return value ? itemsOf(value) : []
    })
  const textOf = (node: YamlNode) => (node.kind === 'scalar' ? node.text.trim() : '')
  const unnamed = entryOf(from.body, 'unnamed')?.value
  const isUnnamed = unnamed?.kind === 'scalar' && unnamed.text === 'true'
  const known = new Set(namesOf(into, ['name', 'aliases']).map(textOf))
  return namesOf(from, isUnnamed ? ['aliases'] : ['name', 'aliases']).flatMap((name) => {
    if (known.has(textOf(name))) return []
    known.add(textOf(name))
    return [inBrackets(name)]
  })
}

/** Comments, and a summary that differs: all that has no place of its own in the other entity. */
function leftOver(
  entity: EntityInDraft,
  moved: readonly Lines[],
  known: string | undefined,
): readonly string[] {
  const { text, declared } = entity
  const summary = summaryOf(entity)
  const told = summary === undefined || summary === known ? [] : [summary]
  const comments = commentsIn(text, extentOf(entity), moved)
  return [...told, ...comments].map((line) => `${declared.id}: ${line}`)
}

function summaryOf({ body }: EntityInDraft): string | undefined {
  const summary = entryOf(body, 'summary')?.value
  return summary?.kind === 'scalar' ? summary.text.trim().replace(/\s+/g, ' ') : undefined
}

function extentOf({ text, declared, root }: EntityInDraft): Lines {
  const entities = entryOf(root, 'entities')?.value
  if (declared.from === 'file-name' || entities?.kind !== 'map')
    return { start: 0, end: text.length }
  if (entities.entries.length === 1) return { start: 0, end: text.length }
  const index = entities.entries.findIndex(({ key }) => key.value === declared.id)
  if (!isFlow(text, entities)) return partsOf(text, entities)[index] ?? declared.span
  return removePart(text, entities, index)
}

/** An entity goes with its file, unless others are in it. */
function removeEntity(draft: Draft, id: string): void {
  const { path, text, declared, root } = entityInDraft(draft, id)
  const entities = declared.from === 'key' ? entryOf(root, 'entities')?.value : undefined
  if (entities?.kind === 'map' && entities.entries.length > 1) {
    const index = entities.entries.findIndex(({ key }) => key.value === id)
    draft.edit(path, [removePart(text, entities, index)])
  } else draft.remove(path)
}

/** A merge may bring up warnings, which the curator is told of, but no errors. */
function compare(
  before: CheckedModel,
  after: CheckedModel,
  { from, into }: Merge,
): readonly Remark[] | Refusal {
  const keyOf = ({ code, message }: Diagnostic) =>
    `${code} ${message.replaceAll(`"${from}"`, `"${into}"`)}`
  const known = new Set(before.diagnostics.map(keyOf))
  const news = after.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic)))
  const errors = news.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first) {
    return refuse(
      `After the merge there would be an error in ${first.span.file}: ${first.message} Mend what leads to it, and merge again.`,
    )
  }
  if (news.length === 0) return []
  const what = news.length === 1 ? 'a new warning' : `${news.length} new warnings`
  return [
    { message: `The merge leaves ${what} for you to look at: run "dossier check".`, places: [] },
  ]
}
