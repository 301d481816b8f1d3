import type { Confidence, Scalar } from '../../model/claim.ts'
import { hasPlace, type SourcePlaces } from '../../model/source.ts'
import { edtfOf } from '../edtf-of.ts'
import { longestPlace } from '../import-limits.ts'
import type { ImportReport, Remark } from '../import-report.ts'
import type {
  ImportedCitation,
  ImportedClaim,
  ImportedEvidence,
  ImportedRival,
} from '../imported.ts'
import { cleanName, cleanText } from './clean-text.ts'
import { originKey, sourceKey } from './known-base.ts'
import { mendName } from './mend-text.ts'

/** What things and sources are called in the base, by their keys in the file. */
interface Names {
  readonly things: ReadonlyMap<string, string>
  readonly sources: ReadonlyMap<string, string>
  /** The id of the file itself as a source. */
  readonly origin: string | undefined
}

export interface Cleaning extends Names {
  readonly report: ImportReport
  /** Keys of things and sources that are in the file and stay out of the base; what leads to them does, too. */
  readonly away: ReadonlySet<string>
  /** Of the sources that people have written, the places that they have. */
  readonly places: ReadonlyMap<string, SourcePlaces>
  /** Told of every citation, so that sources can say what places they have. */
  readonly cited: (source: string, at: string | undefined) => void
}

/** A claim as it may stand in a data file: ids are those of the base, dates are EDTF and texts are mended. */
export interface CleanClaim {
  readonly when?: string
  readonly citations: readonly CleanCitation[]
  readonly saidBy: readonly string[]
  readonly confidence?: Confidence
  readonly inferred?: string
  readonly note?: string
  readonly rivals: readonly CleanRival[]
}

export interface CleanCitation {
  readonly source: string
  readonly at?: string
  readonly quote?: string
}

export interface CleanRival extends Omit<CleanClaim, 'rivals'> {
  readonly value?: string
  readonly target?: string
  readonly denied?: true
}

/**
 * `example` is the key of what the claim is about. Rivals of a value have values, which `valueText` writes; those of a
 * tie have targets.
 */
export function cleanClaim(
  claim: ImportedClaim,
  cleaning: Cleaning,
  example: string,
  valueText?: (value: Scalar) => string | undefined,
): CleanClaim {
  const rivals = (claim.rivals ?? []).flatMap(
    (rival) => cleanRival(rival, cleaning, example, valueText) ?? [],
  )
  return { ...cleanEvidence(claim, cleaning, example), rivals }
}

function cleanRival(
  rival: ImportedRival,
  cleaning: Cleaning,
  example: string,
  valueText: ((value: Scalar) => string | undefined) | undefined,
): CleanRival | undefined {
  const evidence = cleanEvidence(rival, cleaning, example)
  const value = rival.value === undefined ? undefined : valueText?.(rival.value)
  const target = valueText ? undefined : cleaning.things.get(rival.target ?? '')
  const isLost = rival.target !== undefined && target === undefined
  if (isLost || !(value ?? target ?? evidence.when ?? rival.denied)) {
    noteLost(rival.target, 'left-out-rivals', example, cleaning)
    return undefined
  }
  return {
    ...evidence,
    ...(value !== undefined && { value }),
    ...(target !== undefined && { target }),
    ...(rival.denied && { denied: true }),
  }
}

function cleanEvidence(
  claim: ImportedEvidence,
  cleaning: Cleaning,
  example: string,
): Omit<CleanClaim, 'rivals'> {
  const { report } = cleaning
  const when = claim.when === undefined ? undefined : edtfOf(claim.when, report, example)
  const unread = claim.when !== undefined && when === undefined ? claim.when : undefined
  if (unread !== undefined) report.note('dates-in-notes', example)
  const reason = cleanText(claim.inferred, report, example)
  // That it is concluded is no reason.
  const isNoReason = reason !== undefined && /^(true|false|yes|no)$/i.test(reason)
  const note = cleanText(
    notesOf(
      claim.note,
      unread && `date: ${unread}`,
      isNoReason ? `inferred: ${reason}` : undefined,
    ),
    report,
    example,
  )
  return {
    ...(when !== undefined && { when }),
    citations: cleanCitations(claim.citations, cleaning, example),
    saidBy: speakersOf(claim.saidBy ?? [], cleaning, example),
    ...(claim.confidence !== undefined && { confidence: claim.confidence }),
    ...(reason !== undefined && !isNoReason && { inferred: reason }),
    ...(note !== undefined && { note }),
  }
}

/** Several notes in one, a line each. */
export function notesOf(...notes: readonly (string | undefined)[]): string | undefined {
  const told = [...new Set(notes.filter((note) => note !== undefined))]
  return told.length === 0 ? undefined : told.join('\n')
}

export function cleanCitations(
  citations: readonly ImportedCitation[],
  cleaning: Cleaning,
  example: string,
): CleanCitation[] {
  return citations.flatMap(({ source, at, quote }) => {
    const id = source === undefined ? cleaning.origin : cleaning.sources.get(source)
    if (id === undefined) {
      noteLost(sourceKey(source ?? originKey), 'left-out-citations', example, cleaning)
      return []
    }
    const named =
      source === undefined ? placeIn(at, cleaning) : cleanName(at, cleaning.report, example)
    const place = placeThere(id, named, example, cleaning)
    const words = cleanText(quote, cleaning.report, example)
    cleaning.cited(id, place)
    return [
      {
        source: id,
        ...(place !== undefined && { at: place }),
        ...(words !== undefined && { quote: words }),
      },
    ]
  })
}

/** A source that a person has edited has the places that it says. */
function placeThere(
  source: string,
  at: string | undefined,
  example: string,
  { places, report }: Cleaning,
): string | undefined {
  const known = places.get(source)
  if (at === undefined || known === undefined || hasPlace(known, at)) return at
  report.note('left-out-places', example)
  return undefined
}

/** Tells of what leads nowhere: to something that stays away, or else what is told otherwise. */
export function noteLost(
  key: string | undefined,
  otherwise: Remark['kind'],
  example: string,
  { away, report }: Cleaning,
): void {
  const isAway = key !== undefined && away.has(key)
  report.note(isAway ? 'left-out-mentions' : otherwise, example)
}

/** The key of a thing, which is its place in the file; one that nobody can read gives way to its id. */
function placeIn(at: string | undefined, { things }: Cleaning): string | undefined {
  if (at === undefined) return undefined
  const place = at.length > longestPlace ? '' : mendName(at)
  return place === '' ? things.get(at) : place
}

function speakersOf(keys: readonly string[], cleaning: Cleaning, example: string): string[] {
  return keys.flatMap((key) => {
    const id = cleaning.things.get(key)
    if (id === undefined) noteLost(key, 'unknown-speakers', example, cleaning)
    return id ?? []
  })
}
