import { given } from '../given.ts'
import type { ImportedCitation, ImportedClaim, ImportedTie } from '../imported.ts'
import { dateProperties } from './ftm-properties.ts'
import type { FtmReading } from './ftm-reading.ts'
import { edgeSchemata } from './ftm-schemata.ts'
import { beside, noteOf } from './ftm-ties.ts'
import type { OwnLink } from './own-entities.ts'
import { readClaimLines, told } from './own-lines.ts'
import { writtenDate } from './own-thing.ts'

/** A relation as it was before the export; what other programs have added to its link since stands in the note. */
export function ownTie(link: OwnLink, reading: FtmReading): ImportedTie {
  const { entity, relation, source, target, lines } = link
  const claim = readClaimLines(lines, ['Direction', 'Role'])
  const added = addedNote(link)
  if (added !== '') reading.report.note('values-in-notes', entity.id, added.split('\n').length)
  const note = [claim.note, added].filter(Boolean).join('\n')
  return {
    ...{ relation, source, target, symmetric: isSymmetric(link) },
    ...claim,
    ...given('role', roleOf(link)),
    ...given('when', writtenDate(claim.when, entity, reading)),
    citations: [...claim.citations, ...addedCitations(link, claim, reading)],
    ...(note !== '' && { note }),
  }
}

/** An unknown link tells its role in words, because the label of its relation stands beside it. */
function roleOf({ entity: { schema, properties }, lines }: OwnLink): string | undefined {
  const inWords = told(lines, 'Role')
  const [role] = properties.get('role') ?? properties.get('relationship') ?? []
  return schema === 'UnknownLink' ? inWords : (inWords ?? role)
}

/** The label of an unknown link's relation. */
export function labelOf({ entity, lines }: OwnLink): string | undefined {
  const roles = entity.properties.get('role') ?? []
  const role = told(lines, 'Role')
  return entity.schema === 'UnknownLink'
    ? (roles.find((one) => one !== role) ?? roles[0])
    : undefined
}

export function isSymmetric({ lines }: OwnLink): boolean {
  return told(lines, 'Direction') !== undefined
}

/** Documents and pages that prove a link and that none of its lines cites. */
function addedCitations(
  { entity }: OwnLink,
  { citations, rivals = [] }: ImportedClaim,
  reading: FtmReading,
): ImportedCitation[] {
  const cited = new Set(
    [...citations, ...rivals.flatMap((rival) => rival.citations)].map(({ source }) => source),
  )
  return reading
    .citationsOf(entity)
    .filter(({ source }) => source !== undefined && !cited.has(source))
}

function addedNote({ entity }: OwnLink): string {
  const edge = edgeSchemata.get(entity.schema)
  const ends = edge ? [edge.source, edge.target] : []
  return noteOf(entity, new Set([...ends, ...dateProperties, ...ownProperties]))
}

const ownProperties = ['role', 'relationship', 'recordId', 'summary', 'description', ...beside]
