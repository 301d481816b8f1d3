import { inOrder } from '../../edits/format-order.ts'
import { printLayout } from '../../edits/format-print.ts'
import { shapeOfFile } from '../../edits/format-shapes.ts'
import { ftmRelations } from '../../model/ftm-words.ts'
import type { AttributeType, RelationType } from '../../model/ontology.ts'
import { stixRelationship } from '../../model/stix-words.ts'
import type { ImportReport } from '../import-report.ts'
import { type BaseRelation, endsOf } from './base-relations.ts'
import type { BaseType, BaseTypes } from './base-types.ts'
import { captionOf } from './base-types.ts'
import { cleanName } from './clean-text.ts'
import {
  apart,
  briefList,
  briefPart,
  idPart,
  mapPart,
  type Part,
  textPart,
  wordPart,
} from './layout-parts.ts'

/** The file `ontology.yaml`, formatted. */
export function ontologyText(
  name: string,
  types: BaseTypes,
  relations: ReadonlyMap<string, BaseRelation>,
  report: ImportReport,
): string {
  const entities = [...types.types.values()].map(
    (type) => [type.id, typePart(type, types)] as const,
  )
  // A relation of which no tie is left says nothing, unless the file declares it.
  const ties = [...relations.values()]
    .filter(({ told, from }) => told !== undefined || from.size > 0)
    .map((relation) => [relation.id, relationPart(relation, types, report)] as const)
  const layout = mapPart([
    ['name', textPart(name)],
    ['entities', entities.length === 0 ? briefPart([]) : mapPart(entities)],
    ['relations', ties.length === 0 ? undefined : mapPart(ties)],
  ])
  const ordered = inOrder(layout, shapeOfFile('ontology.yaml', []))
  return printLayout(apart(ordered, 'entities', 'relations'))
}

function typePart({ id: _, ...type }: BaseType, { types }: BaseTypes): Part {
  const above = types.get(type.parent ?? '')
  const attributes = [...type.attributes].map(
    ([name, kind]) => [name, attributeTypePart(kind)] as const,
  )
  return briefPart([
    ['is', type.parent === undefined ? undefined : idPart(type.parent)],
    ['abstract', unless(false, type.abstract)],
    ['dated', unless(above?.dated ?? false, type.dated)],
    ['label', type.label === undefined ? undefined : textPart(type.label)],
    ['colour', type.colour === above?.colour ? undefined : wordOf(type.colour)],
    ['transit', unless(above?.transit ?? true, type.transit)],
    ['stix', type.stix === above?.stix ? undefined : wordOf(type.stix)],
    ['ftm', type.ftm === above?.ftm ? undefined : wordOf(type.ftm)],
    ['attributes', attributes.length === 0 ? undefined : mapPart(attributes)],
  ])
}

function wordOf(word: string | number | undefined): Part | undefined {
  return word === undefined
    ? undefined
    : typeof word === 'number'
      ? wordPart(String(word))
      : textPart(word)
}

/** Only what is not so anyway needs to be written. */
function unless(usual: boolean, value: boolean): Part | undefined {
  return value === usual ? undefined : wordPart(String(value))
}

function attributeTypePart(type: AttributeType): Part {
  switch (type.kind) {
    case 'one-of':
      return briefPart([['one-of', briefList(type.values.map(textPart))]])
    case 'list':
      return briefPart([['list', attributeTypePart(type.of)]])
    default:
      return wordPart(type.kind)
  }
}

function relationPart(relation: BaseRelation, types: BaseTypes, report: ImportReport): Part {
  const { id, name, told = {}, symmetric, inverse } = relation
  const label = cleanName(told.label, report, id) ?? captionOf(name, id, report)
  const ownLabel = label === id.replaceAll('-', ' ') ? undefined : label
  const { from, to } = endsOf(relation, types)
  const kind = cleanName(told.kind, report, id)
  return mapPart([
    ['inverse', inverse === undefined ? undefined : idPart(inverse)],
    ['symmetric', symmetric ? wordPart('true') : undefined],
    ['from', namesPart(from)],
    ['to', namesPart(to)],
    ['kind', kind === undefined || kind === 'relation' ? undefined : textPart(kind)],
    ['label', ownLabel === undefined ? undefined : textPart(ownLabel)],
    ['stix', told.stix && stixRelationship.test(told.stix) ? textPart(told.stix) : undefined],
    ['ftm', told.ftm && ftmRelations.includes(told.ftm) ? textPart(told.ftm) : undefined],
    ...wordingEntries(relation, ownLabel, report),
    ...(relation.there ? ruleEntries(relation.there) : []),
  ])
}

function ruleEntries(rules: RelationType): (readonly [string, Part | undefined])[] {
  const { acyclic, atMost, requires, begins, ends, within } = rules
  return [
    ['acyclic', unless(false, acyclic)],
    ['at-most', wordOf(atMost)],
    ['requires', requires.length === 0 ? undefined : briefList(requires.map(textPart))],
    ['begins', wordOf(begins)],
    ['ends', wordOf(ends)],
    ['within', wordOf(within)],
  ]
}

function namesPart(names: readonly string[]): Part {
  const [first, ...others] = names.map(idPart)
  return first && others.length === 0 ? first : briefList(names.map(idPart))
}

/** Caption and sentences, where they are not those that the ontology makes of the names anyway. */
function wordingEntries(
  { id, told = {}, symmetric, inverse }: BaseRelation,
  ownLabel: string | undefined,
  report: ImportReport,
): (readonly [string, Part | undefined])[] {
  const label = ownLabel ?? id.replaceAll('-', ' ')
  const usualInverse = inverse?.replaceAll('-', ' ') ?? label
  const inverseLabel = cleanName(told.inverseLabel, report, id)
  const ownInverse = inverseLabel === usualInverse ? undefined : inverseLabel
  const forward = `{source} ${ownLabel ?? `– ${label} –`} {target}`
  const turned = `{target} ${ownInverse ?? `– ${usualInverse} –`} {source}`
  const says = sentence(told.says, id, report) ?? forward
  const isTurned = (ownInverse ?? inverse) !== undefined
  const backward = symmetric ? swapped(says) : isTurned ? turned : says
  return [
    ['inverse-label', textUnless(undefined, ownInverse)],
    ['says', textUnless(forward, says)],
    ['says-inverse', textUnless(backward, sentence(told.saysInverse, id, report))],
  ]
}

function textUnless(usual: string | undefined, text: string | undefined): Part | undefined {
  return text === undefined || text === usual ? undefined : textPart(text)
}

function swapped(sentence: string): string {
  return sentence.replace(/\{(source|target)\}/g, (_, end) =>
    end === 'source' ? '{target}' : '{source}',
  )
}

function sentence(text: string | undefined, id: string, report: ImportReport): string | undefined {
  const told = cleanName(text, report, id)?.replace(/[\s.]+$/, '')
  if (told === undefined) return undefined
  const names = [...told.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  const isWhole = names.includes('source') && names.includes('target')
  if (isWhole && names.every((name) => name === 'source' || name === 'target')) return told
  report.note('left-out-rules', id)
  return undefined
}
