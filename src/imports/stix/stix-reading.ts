import type { Confidence } from '../../model/claim.ts'
import type { ImportReport } from '../import-report.ts'
import { type JsonObject, textIn } from '../json/json-values.ts'
import type { ReferenceReader } from './stix-references.ts'

/** What is known while the objects of a bundle are read. */
export interface StixReading {
  readonly report: ImportReport
  /** The ids of all objects that become entities. */
  readonly things: ReadonlySet<string>
  /** Who made objects that are not ours; where it is one, the bundle is theirs and not each claim. */
  readonly creators: ReadonlySet<string>
  readonly references: ReferenceReader
}

export function creatorsOf(objects: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(objects.flatMap((object) => textIn(object, 'created_by_ref') ?? []))
}

/** Who says what an object says, where that is not the same for all of them. */
export function speakersOf(object: JsonObject, reading: StixReading): string[] {
  const creator = textIn(object, 'created_by_ref')
  if (creator === undefined || !isOneOfMany(creator, reading)) return []
  return reading.things.has(creator) ? [creator] : []
}

/** Where one has made all of it, that is said of the source. */
export function isOneOfMany(creator: string, { creators }: StixReading): boolean {
  return creators.size > 1 && creators.has(creator)
}

/** A number from 0 to 100 as a word of the Admiralty scale, as the appendix of STIX 2.1 has it. */
export function confidenceOf({ confidence }: JsonObject): Confidence | undefined {
  if (typeof confidence !== 'number' || confidence < 0 || confidence > 100) return undefined
  if (confidence >= 80) return 'confirmed'
  if (confidence >= 60) return 'probable'
  if (confidence >= 40) return 'possible'
  return confidence >= 20 ? 'doubtful' : 'improbable'
}
