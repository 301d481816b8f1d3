import { confidences, type Scalar } from '../../model/claim.ts'
import { verdicts } from '../../model/entity.ts'
import { sourceTexts } from '../../model/source.ts'
import { folderOf } from '../folder-of.ts'
import { given } from '../given.ts'
import type { ImportReport } from '../import-report.ts'
import type {
  Imported,
  ImportedAttribute,
  ImportedCitation,
  ImportedClaim,
  ImportedDecision,
  ImportedEvidence,
  ImportedRelation,
  ImportedRival,
  ImportedSource,
  ImportedThing,
  ImportedTie,
  ImportedType,
} from '../imported.ts'
import {
  entriesIn,
  isObject,
  listIn,
  numberIn,
  textIn,
  textsIn,
  truthIn,
  valueIn,
} from './json-values.ts'

/** Whether a file is what `dossier export json` wrote: then it carries its ontology and its evidence. */
export function isOwnGraph(document: unknown): boolean {
  const attributes = valueIn(document, 'attributes')
  const isOurs = textIn(attributes, 'generator')?.startsWith('dossier ') === true
  return isOurs && isObject(valueIn(attributes, 'ontology'))
}

/** Everything but the layout, which is made anew. */
export function readOwnGraph(document: unknown, report: ImportReport): Imported {
  const attributes = valueIn(document, 'attributes')
  const ontology = valueIn(attributes, 'ontology')
  return {
    ...given('name', textIn(attributes, 'name')),
    things: listIn(document, 'nodes').flatMap((node) => thingOf(node) ?? []),
    ties: listIn(document, 'edges').flatMap((edge) => tieOf(edge, report)),
    types: new Map(entriesIn(ontology, 'entities').map(([id, type]) => [id, typeOf(type)])),
    relations: new Map(
      entriesIn(ontology, 'relations').map(([id, relation]) => [id, relationOf(relation)]),
    ),
    sources: new Map(
      entriesIn(attributes, 'sources').map(([id, source]) => [id, sourceOf(id, source)]),
    ),
    identity: listIn(attributes, 'identity').flatMap((decision) => decisionOf(decision) ?? []),
  }
}

function thingOf(node: unknown): ImportedThing | undefined {
  const key = textIn(node, 'key')
  const told = valueIn(node, 'attributes')
  if (key === undefined) return undefined
  const date = listIn(valueIn(told, 'attributes'), 'when')[0]
  const value = textIn(date, 'value') ?? textIn(told, 'when')
  return {
    ...{ key, id: key, type: textIn(told, 'type') ?? 'thing' },
    ...folderIn(told),
    ...given('name', textIn(told, 'label')),
    aliases: textsIn(told, 'aliases'),
    ...given('summary', textIn(told, 'summary')),
    ...given('unnamed', truthIn(told, 'unnamed')),
    ...given('count', numberIn(told, 'count')),
    ...given('date', value === undefined ? undefined : { ...claimOf(date), value }),
    attributes: entriesIn(told, 'attributes')
      .filter(([name]) => name !== 'when')
      .flatMap(([name, claims]) => attributesOf(name, claims)),
  }
}

function folderIn(told: unknown): Pick<ImportedThing, 'folder'> {
  const file = textIn(told, 'file')
  return file === undefined ? {} : { folder: folderOf(file) }
}

function attributesOf(name: string, claims: unknown): ImportedAttribute[] {
  if (!Array.isArray(claims)) return []
  return claims.flatMap((claim) => {
    const value = scalarIn(claim, 'value')
    return value === undefined ? [] : [{ name, value, ...claimOf(claim) }]
  })
}

function tieOf(edge: unknown, report: ImportReport): ImportedTie[] {
  const [source, target] = [textIn(edge, 'source'), textIn(edge, 'target')]
  const told = valueIn(edge, 'attributes')
  const relation = textIn(told, 'relation')
  if (source === undefined || target === undefined || relation === undefined) {
    report.note('left-out-objects', textIn(edge, 'key') ?? 'edges')
    return []
  }
  const symmetric = truthIn(told, 'symmetric')
  return [
    {
      ...{ relation, source, target },
      ...given('role', textIn(told, 'role')),
      ...given('symmetric', symmetric),
      ...claimOf(told),
    },
  ]
}

function claimOf(claim: unknown): ImportedClaim {
  return { ...evidenceOf(claim), rivals: listIn(claim, 'rivals').map(rivalOf) }
}

function rivalOf(rival: unknown): ImportedRival {
  return {
    ...evidenceOf(rival),
    ...given('value', scalarIn(rival, 'value')),
    ...given('target', textIn(rival, 'target')),
    ...(valueIn(rival, 'denied') === true && { denied: true }),
  }
}

function evidenceOf(claim: unknown): ImportedEvidence {
  const confidence = textIn(claim, 'confidence')
  return {
    ...given('when', textIn(claim, 'when')),
    citations: listIn(claim, 'citations').flatMap((one) => citationOf(one) ?? []),
    saidBy: textsIn(claim, 'saidBy'),
    ...given(
      'confidence',
      confidences.find((one) => one === confidence),
    ),
    ...given('inferred', textIn(claim, 'inferred')),
    ...given('note', textIn(claim, 'note')),
  }
}

function citationOf(citation: unknown): ImportedCitation | undefined {
  const source = textIn(citation, 'source')
  if (source === undefined) return undefined
  return {
    source,
    ...given('at', textIn(citation, 'at')),
    ...given('quote', textIn(citation, 'quote')),
  }
}

function scalarIn(object: unknown, key: string): Scalar | undefined {
  const value = valueIn(object, key)
  const isScalar = ['string', 'number', 'boolean'].includes(typeof value)
  return isScalar ? (value as Scalar) : undefined
}

function typeOf(type: unknown): ImportedType {
  return {
    ...given('label', textIn(type, 'label')),
    ...given('parent', textsIn(type, 'types')[1]),
    ...given('abstract', truthIn(type, 'abstract')),
    ...given('dated', truthIn(type, 'dated')),
    ...given('transit', truthIn(type, 'transit')),
    ...given('colour', textIn(type, 'colour')),
    ...given('stix', textIn(type, 'stix')),
    ...given('ftm', textIn(type, 'ftm')),
  }
}

function relationOf(relation: unknown): ImportedRelation {
  return {
    ...given('label', textIn(relation, 'label')),
    ...given('inverse', textIn(relation, 'inverse')),
    ...given('inverseLabel', textIn(relation, 'inverseLabel')),
    ...given('symmetric', truthIn(relation, 'symmetric')),
    ...given('kind', textIn(relation, 'kind')),
    from: textsIn(relation, 'from'),
    to: textsIn(relation, 'to'),
    ...given('says', textIn(relation, 'says')),
    ...given('saysInverse', textIn(relation, 'saysInverse')),
    ...given('stix', textIn(relation, 'stix')),
    ...given('ftm', textIn(relation, 'ftm')),
  }
}

function sourceOf(id: string, source: unknown): ImportedSource {
  const texts = sourceTexts.map((key) => given(key, textIn(source, key)))
  return {
    ...{ id, title: textIn(source, 'title') ?? id },
    ...folderIn(source),
    ...Object.assign({}, ...texts),
    ...given('paragraphs', countIn(source, 'paragraphs')),
    ...given('pages', countIn(source, 'pages')),
  }
}

function countIn(object: unknown, key: string): number | undefined {
  const count = numberIn(object, key)
  return count !== undefined && /^[1-9][0-9]{0,14}$/.test(String(count)) ? count : undefined
}

function decisionOf(decision: unknown): ImportedDecision | undefined {
  const told = textIn(decision, 'verdict')
  const verdict = verdicts.find((one) => one === told)
  if (verdict === undefined) return undefined
  return {
    verdict,
    entities: textsIn(decision, 'entities'),
    reason: textIn(decision, 'reason') ?? '',
    citations: listIn(decision, 'citations').flatMap((one) => citationOf(one) ?? []),
  }
}
