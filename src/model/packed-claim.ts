import type { Located } from '../text/span.ts'
import {
  type AttributeClaim,
  type Citation,
  type Claim,
  confidences,
  type RelationClaim,
  type RequirableKey,
  type Rival,
  requirableKeys,
  type Scalar,
  unreadCitations,
  type When,
} from './claim.ts'
import { attributeClaim, relationClaim } from './extend-claim.ts'
import type { PackReader, PackWriter } from './pack.ts'
import { parsedDate } from './parsed-date.ts'

/** So many citations are written out; longer lists may be those of a whole file, which its claims share. */
const fewCitations = 4

/** Of most claims nobody is quoted and nothing rivals them: they share this. */
const none: readonly never[] = []

export function packLocated(to: PackWriter, { value, span }: Located<string>): void {
  to.place(span)
  to.text(value)
}

export function unpackLocated(from: PackReader): Located<string> {
  const span = from.place()
  return { value: from.text() ?? '', span }
}

export function packList<T>(
  to: PackWriter,
  items: readonly T[],
  pack: (to: PackWriter, item: T) => void,
): void {
  to.number(items.length)
  for (const item of items) pack(to, item)
}

export function unpackList<T>(from: PackReader, unpack: (from: PackReader) => T): readonly T[] {
  const length = from.number()
  return length === 0 ? none : Array.from({ length }, () => unpack(from))
}

export function packCitation(to: PackWriter, { source, at, quote, span }: Citation): void {
  to.place(span)
  to.text(source)
  to.text(at)
  to.text(quote)
}

export function unpackCitation(from: PackReader): Citation {
  const span = from.place()
  return { source: from.text() ?? '', at: from.text(), quote: from.text(), span }
}

export function packRelationClaim(to: PackWriter, claim: RelationClaim): void {
  packLocated(to, claim.target)
  packLocated(to, claim.relation)
  to.text(claim.role)
  packKeys(to, claim.unread)
  packClaim(to, claim)
}

export function unpackRelationClaim(from: PackReader): RelationClaim {
  const target = unpackLocated(from)
  const relation = unpackLocated(from)
  const role = from.text()
  const unread = unpackKeys(from)
  return relationClaim(unpackClaim(from), relation, target, role, unread)
}

/** As many bits as there are keys. */
function packKeys(to: PackWriter, keys: readonly RequirableKey[]): void {
  to.number(keys.reduce((bits, key) => bits | (1 << requirableKeys.indexOf(key)), 0))
}

function unpackKeys(from: PackReader): readonly RequirableKey[] {
  const bits = from.number()
  return bits === 0 ? none : requirableKeys.filter((_, at) => bits & (1 << at))
}

export function packAttributeClaim(to: PackWriter, claim: AttributeClaim): void {
  const { value, span } = claim
  to.place(span)
  to.number(Number(typeof value === 'string'))
  if (typeof value === 'string') to.text(value)
  else to.extra(value)
  packClaim(to, claim)
}

export function unpackAttributeClaim(from: PackReader): AttributeClaim {
  from.place()
  const value = (from.number() === 1 ? from.text() : from.extra()) as Scalar
  return attributeClaim(unpackClaim(from), value)
}

export function packClaim(to: PackWriter, claim: Claim): void {
  const { when, citations, saidBy, confidence, inferred, note, rivals, span } = claim
  to.place(span)
  packWhen(to, when)
  packCitations(to, citations)
  packList(to, saidBy, packLocated)
  to.number(confidence === undefined ? 0 : confidences.indexOf(confidence) + 1)
  to.text(inferred)
  to.text(note)
  to.number(Number(rivals.length > 0))
  if (rivals.length > 0) to.extra(rivals)
}

export function unpackClaim(from: PackReader): Claim {
  const span = from.place()
  const when = unpackWhen(from)
  const citations = unpackCitations(from)
  const saidBy = unpackList(from, unpackLocated)
  const confidence = confidences[from.number() - 1]
  const inferred = from.text()
  const note = from.text()
  const rivals = from.number() === 1 ? (from.extra() as readonly Rival[]) : none
  return { when, citations, saidBy, confidence, inferred, note, rivals, span }
}

function packWhen(to: PackWriter, when: When | undefined): void {
  to.number(Number(when !== undefined))
  if (when) packLocated(to, { value: when.text, span: when.span })
}

function unpackWhen(from: PackReader): When | undefined {
  if (from.number() === 0) return undefined
  const { value: text, span } = unpackLocated(from)
  const parsed = parsedDate(text)
  if (!parsed.ok) throw new Error(`A date that was read before is none: ${text}`)
  return { text, date: parsed.date, span }
}

function packCitations(to: PackWriter, citations: readonly Citation[]): void {
  const isWrittenOut = citations.length <= fewCitations && citations !== unreadCitations
  to.number(Number(isWrittenOut))
  if (isWrittenOut) packList(to, citations, packCitation)
  else to.extra(citations)
}

function unpackCitations(from: PackReader): readonly Citation[] {
  if (from.number() === 1) return unpackList(from, unpackCitation)
  return from.extra() as readonly Citation[]
}
