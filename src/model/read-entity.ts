import type { Report } from '../diagnostics/diagnostic.ts'
import { unknownAttribute, unknownRelation } from '../diagnostics/problems/names.ts'
import {
  badId,
  misplacedAttribute,
  misplacedRelation,
  misplacedSource,
  missingKey,
  namelessRelation,
  unknownKey,
  wrongValue,
} from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import { isEmpty, type YamlEntry, type YamlMap, type YamlNode } from '../documents/yaml-node.ts'
import { isEntityId } from '../text/entity-id.ts'
import { foldCase } from '../text/fold.ts'
import { suggestion } from '../text/nearest.ts'
import type { Located } from '../text/span.ts'
import type { AttributeClaim, Citation, Claim, RelationClaim, Scalar, When } from './claim.ts'
import type { Attribute, DateClaim, Entity } from './entity.ts'
import { Fields } from './fields.ts'
import type { Noted } from './mentions.ts'
import type { AttributeType, EntityType } from './ontology.ts'
import { readAttributeValue } from './read-attribute-value.ts'
import {
  bareClaim,
  type ClaimContext,
  claimKeys,
  type ReadContext,
  type RivalKind,
  readCitations,
  readClaim,
  readWhen,
} from './read-claim.ts'
import { readEach } from './read-each.ts'
import { countOf, fieldsOf, mapOf, textOf, textsOf, truthOf, unlessThere } from './shape.ts'
import type { Vocabulary } from './vocabulary.ts'

const entityKeys = [
  'type',
  'name',
  'aliases',
  'summary',
  'unnamed',
  'count',
  'when',
  'cite',
  'attributes',
  'relations',
] as const

/** The entities of one file: the one that bears the file's name, or many under `entities`. */
export function readEntities(
  { root, path, text }: Document,
  vocabulary: Vocabulary,
  report: Report,
  noted: Noted,
): Entity[] {
  if (root === undefined) return []
  const many = manyIn(root)
  if (many === undefined) {
    const fields = new Fields(root.entries)
    if (fields.has('title') && !fields.has('type')) {
      report(misplacedSource(root.span))
      return []
    }
    const start = { file: path, start: root.span.start, end: root.span.start }
    const id = { value: fileName(path), span: start }
    return [readEntity(id, root, { text, report, noted, cite: [] }, vocabulary)].filter(
      (e) => e !== undefined,
    )
  }
  const fields = fieldsOf(root, 'A file of many entities', ['cite', 'entities'], report)
  const cite = citeOf(fields, { report, noted })
  const map = mapOf(many.value, 'a map from ids to entities', report)
  return (map?.entries ?? [])
    .map(({ key, value }) => {
      const body = mapOf(value, 'an entity, with a type and a name', report)
      return body && readEntity(key, body, { text, report, noted, cite }, vocabulary)
    })
    .filter((entity) => entity !== undefined)
}

/** Whether a file names its entities itself, so that its own name is no id. */
export function holdsMany({ root }: Document): boolean {
  return root !== undefined && manyIn(root) !== undefined
}

function manyIn(root: YamlMap): YamlEntry | undefined {
  return root.entries.find(({ key }) => key.value === 'entities')
}

/** The id that a path gives to the entity or source in it. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
}

/** Reports an id that is not kebab-case and suggests one that is. */
export function checkId(id: Located<string>, report: Report): void {
  if (isEntityId(id.value)) return
  const kebab = foldCase(id.value)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  report(badId(id, isEntityId(kebab) ? kebab : undefined))
}

function citeOf(
  fields: Fields,
  context: Pick<ReadContext, 'report' | 'noted'>,
): readonly Citation[] {
  const cite = fields.get('cite')
  return cite === undefined ? [] : readCitations(cite, context)
}

function readEntity(
  id: Located<string>,
  map: YamlMap,
  outer: ClaimContext,
  vocabulary: Vocabulary,
): Entity | undefined {
  const { report } = outer
  checkId(id, report)
  const fields = fieldsOf(map, 'An entity', entityKeys, report, (key) =>
    belongsBelow(key, map, vocabulary),
  )
  const cite = fields.has('cite') ? citeOf(fields, outer) : outer.cite
  const context = { ...outer, cite }
  const field = (key: (typeof entityKeys)[number]) => fields.get(key)
  const type = required(fields, 'type', 'type: person', id, report)
  const name = required(fields, 'name', 'name: Ada Lovelace', id, report)
  if (type === undefined) return undefined
  return {
    id,
    type,
    name: name ?? id,
    aliases: textsOf(field('aliases'), report),
    summary: textOf(field('summary'), report)?.value,
    unnamed: truthOf(field('unnamed'), report) ?? false,
    count: countOf(field('count'), report),
    when: readDateClaim(field('when'), context),
    attributes: readAttributes(field('attributes'), type.value, context, vocabulary),
    relations: readRelations(field('relations'), context, vocabulary),
  }
}

/** A claim that was written where only the keys of an entity stand. */
function belongsBelow(key: Located<string>, map: YamlMap, { ontology }: Vocabulary) {
  const type = new Fields(map.entries).get('type')
  const known = type?.kind === 'scalar' ? ontology.entityTypes.get(type.text) : undefined
  if (known?.attributes.has(key.value)) return misplacedAttribute(key)
  const isRelation = ontology.relationTypes.has(key.value) || ontology.inverses.has(key.value)
  return isRelation ? misplacedRelation(key) : undefined
}

function required(
  fields: Fields,
  key: string,
  example: string,
  id: Located<string>,
  report: Report,
): Located<string> | undefined {
  const node = fields.get(key)
  if (fields.lacks(key)) report(missingKey(id.span, 'An entity', key, example))
  return textOf(node, report)
}

function readDateClaim(node: YamlNode | undefined, context: ClaimContext): DateClaim | undefined {
  if (node === undefined) return undefined
  if (node.kind !== 'map') {
    const when = readWhen(node, context)
    return when && dateClaim(bareClaim(node.span, context), when)
  }
  const keys = ['value', ...claimKeys.filter((key) => key !== 'when')]
  const fields = fieldsOf(node, 'A date', keys, context.report)
  const value = fields.get('value')
  if (value === undefined) {
    if (fields.lacks('value'))
      context.report(missingKey(node.span, 'A date', 'value', 'value: 2012-03-17'))
    return undefined
  }
  const when = readWhen(value, context)
  const kind: RivalKind = {
    says: 'value',
    example: 'value: 2012-03',
    read: (rival) => readWhen(rival, context)?.text,
  }
  return when && dateClaim(readClaim(fields, value.span, context, kind), when)
}

function reportUnknown(
  key: Located<string>,
  map: YamlMap,
  type: EntityType,
  suggest: Vocabulary['suggest'],
  report: Report,
): void {
  const meant = unlessThere(suggest.attributeOf(type)(key.value), map)
  report(unknownAttribute(key, type.id, [...type.attributes.keys()], meant))
}

function readAttributes(
  node: YamlNode | undefined,
  type: string,
  context: ClaimContext,
  { ontology, suggest }: Vocabulary,
): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>()
  const map = node && mapOf(node, 'a map from attributes to values', context.report)
  const entityType = ontology.entityTypes.get(type)
  for (const { key, value } of map?.entries ?? []) {
    const known = entityType?.attributes.get(key.value)
    if (map && entityType && !known) reportUnknown(key, map, entityType, suggest, context.report)
    const items = value.kind === 'list' ? value.items : [value]
    if (items.length === 0) context.report(wrongValue(value.span, `a value for "${key.value}"`))
    const claims = readEach(items, (item) => readAttributeClaim(item, known, context))
    if (!attributes.has(key.value)) attributes.set(key.value, { name: key, claims })
  }
  return attributes
}

function readAttributeClaim(
  node: YamlNode,
  type: AttributeType | undefined,
  context: ClaimContext,
): AttributeClaim | undefined {
  if (node.kind !== 'map') {
    const value = readAttributeValue(node, type, context)
    return value === undefined ? undefined : attributeClaim(bareClaim(node.span, context), value)
  }
  const fields = fieldsOf(node, 'An attribute', ['value', ...claimKeys], context.report)
  const written = fields.get('value')
  if (written === undefined) {
    if (fields.lacks('value'))
      context.report(missingKey(node.span, 'An attribute', 'value', 'value: dead'))
    return undefined
  }
  const value = readAttributeValue(written, type, context)
  const kind: RivalKind = {
    says: 'value',
    example: 'value: 25',
    read: (rival) => readAttributeValue(rival, type, context),
  }
  return value === undefined
    ? undefined
    : attributeClaim(readClaim(fields, written.span, context, kind), value)
}

// These three write a claim out: after a spread every object has a shape of its own, which costs memory and time.

function dateClaim(
  { citations, saidBy, confidence, inferred, note, rivals, span }: Claim,
  when: When,
): DateClaim {
  return { when, citations, saidBy, confidence, inferred, note, rivals, span }
}

function attributeClaim(
  { when, citations, saidBy, confidence, inferred, note, rivals, span }: Claim,
  value: Scalar,
): AttributeClaim {
  return { when, citations, saidBy, confidence, inferred, note, rivals, span, value }
}

function relationClaim(
  { when, citations, saidBy, confidence, inferred, note, rivals, span }: Claim,
  relation: Located<string>,
  target: Located<string>,
  role: string | undefined,
): RelationClaim {
  return {
    when,
    citations,
    saidBy,
    confidence,
    inferred,
    note,
    rivals,
    span,
    relation,
    target,
    role,
  }
}

const besidesRelation: readonly string[] = ['as', ...claimKeys]
const isBesidesRelation = new Set(besidesRelation)

function readRelations(
  node: YamlNode | undefined,
  context: ClaimContext,
  vocabulary: Vocabulary,
): readonly RelationClaim[] {
  if (node === undefined) return []
  if (node.kind !== 'list') {
    context.report(wrongValue(node.span, 'a list of relations, each after a "- "'))
    return []
  }
  return node.items.flatMap((item) => {
    const map = mapOf(item, 'a relation, such as "member-of: acme"', context.report)
    return map ? readRelation(map, context, vocabulary) : []
  })
}

/** One claim for each target that the relation names. */
function readRelation(
  map: YamlMap,
  context: ClaimContext,
  vocabulary: Vocabulary,
): RelationClaim[] {
  const { report } = context
  const named = relationEntry(map, vocabulary, report)
  if (named === undefined) return []
  const fields = fieldsOf(withoutRelations(map), 'A relation', besidesRelation, report)
  const role = textOf(fields.get('as'), report, 'a role, such as commander')?.value
  const claim = readClaim(fields, named.key.span, context, { says: 'target' })
  if (isEmpty(named.value) || (named.value.kind === 'list' && named.value.items.length === 0)) {
    report(wrongValue(named.key.span, `an entity after "${named.key.value}:"`))
    return []
  }
  const targets = textsOf(named.value, report, 'the id of an entity, or a list of ids')
  for (const target of targets) context.noted.entities.push(target)
  return targets.map((target) => relationClaim(claim, named.key, target, role))
}

/** What is left is read as the claim; whatever else stands there has been reported. */
function withoutRelations(map: YamlMap): YamlMap {
  const entries = map.entries.filter(({ key }) => isBesidesRelation.has(key.value))
  return { kind: 'map', entries, span: map.span }
}

/** The one entry of a relation that is not a key of its claim; everything else there is reported. */
function relationEntry(
  map: YamlMap,
  vocabulary: Vocabulary,
  report: Report,
): YamlEntry | undefined {
  const named = (entry: YamlEntry) => !isBesidesRelation.has(entry.key.value)
  const chosen =
    map.entries.find((entry) => named(entry) && isRelation(entry, vocabulary)) ??
    map.entries.find(named)
  if (chosen === undefined) {
    report(namelessRelation(map.span))
    return undefined
  }
  for (const entry of map.entries) {
    if (entry !== chosen && named(entry)) reportBesides(entry, vocabulary, report)
  }
  if (isRelation(chosen, vocabulary)) return chosen
  // Where no ontology could be read, that is the problem, and not each relation.
  if (vocabulary.ontology.entityTypes.size === 0) return undefined
  report(unknownRelation(chosen.key, vocabulary.suggest.relation(chosen.key.value)))
  return undefined
}

function isRelation({ key }: YamlEntry, { ontology }: Vocabulary): boolean {
  return ontology.relationTypes.has(key.value) || ontology.inverses.has(key.value)
}

function reportBesides(entry: YamlEntry, vocabulary: Vocabulary, report: Report): void {
  const { key } = entry
  if (isRelation(entry, vocabulary))
    report(wrongValue(key.span, 'one relation only; begin a new "- " for this one'))
  else
    report(unknownKey(key, 'A relation', besidesRelation, suggestion(key.value, besidesRelation)))
}
