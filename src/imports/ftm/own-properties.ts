import { isKebabName } from '../../text/entity-id.ts'
import { readLabelled } from '../../text/labelled-lines.ts'
import type { ImportedClaim } from '../imported.ts'
import type { FtmEntity } from './ftm-entities.ts'
import { dateProperties, nameProperties } from './ftm-properties.ts'
import { readClaimLines, told } from './own-lines.ts'

/** A value of an attribute, as a note tells it. */
export interface OwnValue {
  readonly property: string
  readonly text: string
  readonly claim: ImportedClaim
}

/** `rank: colonel`, and below it what vouches for that. */
export function ownValue(note: string): OwnValue | undefined {
  const [[property = '', text = ''] = [], ...lines] = readLabelled(note)
  return /^[\w-]+$/.test(property) ? { property, text, claim: readClaimLines(lines) } : undefined
}

/** The type of an entity and those above it, as the export tells them; nothing of what other programs have made. */
export function ownTypes({ properties }: FtmEntity): string[] {
  const lines = (properties.get('description') ?? []).flatMap(readLabelled)
  const types = told(lines, 'Type')?.split(', ') ?? []
  return types.every(isKebabName) ? types : []
}

/** The same entity with what the export has not written. */
export function addedTo(entity: FtmEntity): FtmEntity {
  const types = ownTypes(entity)
  const added = [...entity.properties].map(
    ([property, texts]) =>
      [property, texts.filter((text) => !isOwn(property, text, types))] as const,
  )
  return { ...entity, properties: new Map(added.filter(([, texts]) => texts.length > 0)) }
}

/** Beside what the export writes, the name that a program gives to all of it. */
const ownProperties = new Set<string>([...nameProperties, ...dateProperties, 'summary', 'dataset'])
const ownLabels = ['Type', 'Unnamed', 'Count']

function isOwn(property: string, text: string, types: readonly string[]): boolean {
  switch (property) {
    case 'keywords':
      return types.includes(text)
    case 'notes':
      return ownValue(text) !== undefined
    case 'description':
      return readLabelled(text).every(([label]) => ownLabels.includes(label))
    default:
      return ownProperties.has(property)
  }
}
