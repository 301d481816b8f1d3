import type { Report } from '../diagnostics/diagnostic.ts'
import {
  misplacedAttribute,
  misplacedRelation,
  misplacedSource,
  missingKey,
} from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import type { YamlEntry, YamlMap } from '../documents/yaml-node.ts'
import type { Located } from '../text/span.ts'
import { checkId } from './check-id.ts'
import type { Citation } from './claim.ts'
import type { ReadEntity } from './entity.ts'
import { Fields } from './fields.ts'
import type { Noted } from './mentions.ts'
import { isOwnFileAstray } from './own-files.ts'
import { readAttributes } from './read-attributes.ts'
import { type ClaimContext, type ReadContext, readCitations } from './read-claim.ts'
import { readDateClaim } from './read-date-claim.ts'
import { readRelations } from './read-relations.ts'
import { countOf, fieldsOf, mapOf, reportRepeated, textOf, textsOf, truthOf } from './shape.ts'
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
): ReadEntity[] {
  if (root === undefined || isOwnFileAstray(path, root, report)) return []
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

/** The id that a path gives to the entity or source in it; `.yml` only people write. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '')
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
): ReadEntity | undefined {
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
  const aliases = textsOf(field('aliases'), report)
  if (aliases.length > 0) reportRepeated(name ? [name, ...aliases] : aliases, report)
  return {
    id,
    // The ontology's own text of a type's name is shared by all that are of it.
    type: {
      value: vocabulary.ontology.entityTypes.get(type.value)?.id ?? type.value,
      span: type.span,
    },
    name: name ?? id,
    aliases,
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
