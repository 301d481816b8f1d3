import { largestFile } from '../../documents/read-sources.ts'
import type { ImportReport } from '../import-report.ts'
import type { CleanClaim } from './clean-claim.ts'
import { type CleanEntity, entityText } from './entity-text.ts'
import { cutText } from './mend-text.ts'

/** The file of an entity, made shorter where it would be larger than a file may be: first its texts, then its lists. */
export function fittingText(entity: CleanEntity, id: string, report: ImportReport): string {
  let text = entityText(entity)
  for (let room = 4096, rest = entity; room > 0 && isTooLarge(text); room = room >> 1) {
    report.note('cut-texts', id)
    rest = shortened(rest, room)
    text = entityText(rest)
  }
  return text
}

function isTooLarge(text: string): boolean {
  return Buffer.byteLength(text) > largestFile
}

function shortened(entity: CleanEntity, most: number): CleanEntity {
  const { attributes, relations, aliases, summary } = entity
  return {
    ...entity,
    aliases: aliases.slice(0, most),
    summary: summary === undefined ? undefined : cutText(summary, most + 1),
    attributes: attributes.map(([name, type, values]) => [
      name,
      type,
      values.slice(0, most).map((value) => {
        const isText = type.kind === 'text' || (type.kind === 'list' && type.of.kind === 'text')
        const short = isText ? cutText(value.value, most + 1) : value.value
        return { ...shortenedClaim(value, most), value: short }
      }),
    ]),
    relations: relations
      .slice(0, most * 2)
      .map((relation) => ({ ...relation, tie: shortenedClaim(relation.tie, most) })),
  }
}

function shortenedClaim<Claim extends CleanClaim>(claim: Claim, most: number): Claim {
  const { note, citations, rivals } = claim
  return {
    ...claim,
    citations: citations.slice(0, most),
    rivals: rivals.slice(0, most),
    ...(note !== undefined && { note: cutText(note, most + 1) }),
  }
}
