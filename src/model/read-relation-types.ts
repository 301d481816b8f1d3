import type { Report } from '../diagnostics/diagnostic.ts'
import {
  ontologyBadSentence,
  ontologyNameTaken,
  ontologyReservedName,
  ontologySymmetricInverse,
  ontologyUnknownType,
} from '../diagnostics/problems/ontology.ts'
import { missingKey, wrongValue } from '../diagnostics/problems/shape.ts'
import type { YamlEntry, YamlNode } from '../documents/yaml-node.ts'
import { compareText } from '../text/compare-text.ts'
import { suggestion } from '../text/nearest.ts'
import type { Located, Span } from '../text/span.ts'
import { checkName } from './check-id.ts'
import { requirableKeys } from './claim.ts'
import type { Fields } from './fields.ts'
import { ftmRelations } from './ftm-words.ts'
import type { EntityType, Ontology, RelationType } from './ontology.ts'
import { claimKeys } from './read-claim.ts'
import { choiceOf, countOf, distinctTextsOf, fieldsOf, mapOf, textOf, truthOf } from './shape.ts'
import { stixRelationship } from './stix-words.ts'

const relationKeys = [
  'inverse',
  'symmetric',
  'from',
  'to',
  'kind',
  'label',
  'inverse-label',
  'says',
  'says-inverse',
  'stix',
  'ftm',
  'acyclic',
  'at-most',
  'requires',
  'begins',
  'ends',
  'within',
] as const

/** What stands beside the name of a relation: one that is called so could not be written. */
const keysOfRelations: readonly string[] = ['as', ...claimKeys]

type Relations = Pick<Ontology, 'relationTypes' | 'inverses'>

/** The relation types and the names of their inverses, in order of id. */
export function readRelationTypes(
  entries: readonly YamlEntry[],
  entityTypes: ReadonlyMap<string, EntityType>,
  report: Report,
): Relations {
  const types: RelationType[] = []
  const taken = new Map<string, Span>()
  const take = (name: Located<string>) => {
    checkName(name, report)
    const first = taken.get(name.value)
    if (keysOfRelations.includes(name.value)) report(ontologyReservedName(name))
    if (first) report(ontologyNameTaken(name, first))
    else taken.set(name.value, name.span)
  }
  for (const { key, value } of entries) {
    take(key)
    const map = mapOf(value, 'what the relation is, such as { from: person, to: group }', report)
    if (map === undefined) continue
    const fields = fieldsOf(map, 'A relation type', relationKeys, report)
    const inverse = textOf(fields.get('inverse'), report, 'the name of the inverse')
    if (inverse) take(inverse)
    types.push(readRelationType(key, inverse?.value, fields, entityTypes, report))
  }
  types.sort((a, b) => compareText(a.id, b.id))
  return {
    relationTypes: new Map(types.map((type) => [type.id, type])),
    inverses: inversesOf(types),
  }
}

/** A name that is taken is the inverse of nothing: every relation of that name would be read from the wrong end. */
function inversesOf(types: readonly RelationType[]): ReadonlyMap<string, string> {
  const ids = new Set(types.map(({ id }) => id))
  return new Map(
    types.flatMap(({ id, inverse }) => (inverse && !ids.has(inverse) ? [[inverse, id]] : [])),
  )
}

function readRelationType(
  id: Located<string>,
  inverse: string | undefined,
  fields: Fields,
  entityTypes: ReadonlyMap<string, EntityType>,
  report: Report,
): RelationType {
  const value = (key: (typeof relationKeys)[number]): YamlNode | undefined => fields.get(key)
  for (const key of ['from', 'to']) {
    if (fields.lacks(key)) report(missingKey(id.span, 'A relation type', key, `${key}: person`))
  }
  const symmetric = truthOf(value('symmetric'), report) ?? false
  const inverseNode = value('inverse')
  if (symmetric && inverseNode) report(ontologySymmetricInverse(inverseNode.span))
  const ownLabel = textOf(value('label'), report)?.value
  const label = ownLabel ?? id.value.replaceAll('-', ' ')
  const ownInverseLabel = textOf(value('inverse-label'), report)?.value
  const inverseLabel = ownInverseLabel ?? inverse?.replaceAll('-', ' ')
  return {
    id: id.value,
    label,
    inverseLabel: inverseLabel ?? label,
    inverse,
    symmetric,
    kind: textOf(value('kind'), report)?.value ?? 'relation',
    from: endTypes(value('from'), entityTypes, report),
    to: endTypes(value('to'), entityTypes, report),
    acyclic: truthOf(value('acyclic'), report) ?? false,
    atMost: countOf(value('at-most'), report),
    requires: distinctTextsOf(value('requires'), report).flatMap(
      ({ value: text, span }) =>
        choiceOf({ kind: 'scalar', text, plain: true, span }, requirableKeys, report) ?? [],
    ),
    begins: choiceOf(value('begins'), ['source', 'target'] as const, report),
    ends: choiceOf(value('ends'), ['source', 'target'] as const, report),
    within: choiceOf(value('within'), ['source', 'target'] as const, report),
    stix: stixRelationshipOf(value('stix'), report),
    ftm: choiceOf(value('ftm'), ftmRelations, report),
    ...sentences(
      value('says'),
      value('says-inverse'),
      {
        symmetric,
        label: captioned(ownLabel, label),
        inverseLabel: inverseLabel && captioned(ownInverseLabel, inverseLabel),
      },
      report,
    ),
  }
}

function endTypes(
  node: YamlNode | undefined,
  entityTypes: ReadonlyMap<string, EntityType>,
  report: Report,
): string[] {
  return distinctTextsOf(node, report, 'an entity type or a list of them').flatMap((name) => {
    if (entityTypes.has(name.value)) return [name.value]
    report(ontologyUnknownType(name, suggestion(name.value, entityTypes.keys())))
    return []
  })
}

function stixRelationshipOf(node: YamlNode | undefined, report: Report): string | undefined {
  const text = textOf(node, report, stixExpected)
  if (text === undefined || stixRelationship.test(text.value)) return text?.value
  report(wrongValue(text.span, stixExpected))
  return undefined
}

const stixExpected =
  'a relationship type of STIX in lower-case letters and hyphens, such as located-at or ^located-at'

/** A caption that the curator wrote is taken for a verb; a name alone is set off, because it may be none. */
function captioned(own: string | undefined, label: string): string {
  return own ?? `– ${label} –`
}

interface Wording {
  readonly symmetric: boolean
  readonly label: string
  readonly inverseLabel: string | undefined
}

/** Where the curator wrote no sentence for a direction, the caption makes one. */
function sentences(
  says: YamlNode | undefined,
  saysInverse: YamlNode | undefined,
  { symmetric, label, inverseLabel }: Wording,
  report: Report,
) {
  const forward = sentence(says, report) ?? `{source} ${label} {target}`
  const swapped = forward.replace(/\{(source|target)\}/g, (_, end) =>
    end === 'source' ? '{target}' : '{source}',
  )
  const turned = inverseLabel === undefined ? forward : `{target} ${inverseLabel} {source}`
  const backward = sentence(saysInverse, report) ?? (symmetric ? swapped : turned)
  return { says: forward, saysInverse: backward }
}

function sentence(node: YamlNode | undefined, report: Report): string | undefined {
  const text = textOf(node, report, 'a sentence with {source} and {target}')
  if (text === undefined) return undefined
  const names = [...text.value.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '')
  const unknown = names.find((name) => name !== 'source' && name !== 'target')
  const complete = names.includes('source') && names.includes('target')
  if (complete && unknown === undefined) return text.value.replace(/\.$/, '')
  report(ontologyBadSentence(text.span, unknown === undefined ? undefined : `{${unknown}}`))
  return undefined
}
