import { verdicts } from '../../model/entity.ts'
import { isEntityId, isKebabName } from '../../text/entity-id.ts'
import { type Labelled, readLabelled } from '../../text/labelled-lines.ts'
import type { ImportedDecision, ImportedSource } from '../imported.ts'
import type { FtmEntities, FtmEntity } from './ftm-entities.ts'
import { edgeSchemata } from './ftm-schemata.ts'
import { readCitationLines } from './own-lines.ts'
import { ownTypes } from './own-properties.ts'
import { ownSource } from './own-source.ts'

/** The part of a file that `dossier export ftm` wrote, whatever other programs have put beside it. */
export interface OwnEntities {
  readonly things: readonly FtmEntity[]
  readonly links: readonly OwnLink[]
  /** By the ids of their documents. */
  readonly sources: ReadonlyMap<string, ImportedSource>
  readonly identity: readonly ImportedDecision[]
  /** What other programs have put beside all of these. */
  readonly others: readonly FtmEntity[]
}

/** A relation, in its own direction and not that of the link. */
export interface OwnLink {
  readonly entity: FtmEntity
  readonly relation: string
  readonly source: string
  readonly target: string
  /** The link runs the other way. */
  readonly isTurned: boolean
  /** What its description says. */
  readonly lines: readonly Labelled[]
}

export type EntityOf = (value: string) => FtmEntity | undefined

/** Sources, relations and decisions are known by their ids, and entities by the line that tells their type. */
export function ownEntities({ entities }: FtmEntities, entityOf: EntityOf): OwnEntities {
  const all = [...entities.values()]
  const links = all.flatMap((entity) => linkOf(entity, entityOf) ?? [])
  const sources = new Map(all.flatMap((entity) => pairOf(entity.id, ownSource(entity))))
  const decisions = new Map(all.flatMap((entity) => pairOf(entity.id, decisionOf(entity))))
  const things = all.filter((entity) => isEntityId(entity.id) && ownTypes(entity).length > 0)
  const own = new Set([...links.map(({ entity }) => entity), ...things].map(({ id }) => id))
  const others = all.filter(({ id }) => !(own.has(id) || sources.has(id) || decisions.has(id)))
  return { things, links, sources, identity: [...decisions.values()], others }
}

function pairOf<Value>(id: string, value: Value | undefined): (readonly [string, Value])[] {
  return value === undefined ? [] : [[id, value]]
}

/** A link whose record is the key of a relation between its ends. */
function linkOf(entity: FtmEntity, entityOf: EntityOf): OwnLink | undefined {
  const { properties, schema } = entity
  const edge = edgeSchemata.get(schema)
  const [key] = properties.get('recordId') ?? []
  if (edge === undefined || key === undefined) return undefined
  const [source = '', relation = '', target = ''] = key.split('--')
  const idOf = (value: string | undefined) => entityOf(value ?? '')?.id ?? value
  const [from, to] = [edge.source, edge.target].map((end) => idOf(properties.get(end)?.[0]))
  const [first = source, last = target] = [idOf(source), idOf(target)]
  const isBetween = (from === first && to === last) || (from === last && to === first)
  if (!isBetween || !isKebabName(relation)) return undefined
  const lines = (properties.get('description') ?? []).flatMap(readLabelled)
  return { entity, relation, source: first, target: last, isTurned: from !== first, lines }
}

function decisionOf({ id, schema, properties }: FtmEntity): ImportedDecision | undefined {
  const [[label = '', entities = ''] = []] = readLabelled(properties.get('name')?.[0] ?? '')
  const verdict = verdicts.find((word) => word === label)
  if (schema !== 'Note' || !id.startsWith('identity.') || verdict === undefined) return undefined
  const lines = (properties.get('notes') ?? []).flatMap(readLabelled)
  return {
    ...{ verdict, entities: entities.split(', ') },
    reason: (properties.get('description') ?? []).join('\n'),
    citations: readCitationLines(lines),
  }
}
