import { parseEdtf } from '../dates/parse-edtf.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import { longQuote } from '../diagnostics/problems/evidence.ts'
import {
  missingKey,
  severalCitations,
  unquotedDate,
  wrongValue,
} from '../diagnostics/problems/shape.ts'
import { badDate, reversedInterval } from '../diagnostics/problems/time.ts'
import type { YamlMap, YamlNode } from '../documents/yaml-node.ts'
import type { Located, Span } from '../text/span.ts'
import {
  type Citation,
  type Claim,
  confidences,
  type Rival,
  type Scalar,
  unreadCitations,
  type When,
} from './claim.ts'
import type { Fields } from './fields.ts'
import type { Noted } from './mentions.ts'
import { parsedDate } from './parsed-date.ts'
import { readEach } from './read-each.ts'
import {
  choiceOf,
  distinctTextsOf,
  fieldsOf,
  mapOf,
  reportRepeated,
  textOf,
  truthOf,
} from './shape.ts'

const evidenceKeys = ['when', 'cite', 'said-by', 'confidence', 'inferred', 'note'] as const
export const claimKeys = [...evidenceKeys, 'rivals'] as const

const mostWordsInQuote = 25

/** Of most claims nobody is quoted and nothing rivals them: they share this. */
const none: readonly never[] = []

/** What the readers of one file share. */
export interface ReadContext {
  readonly text: string
  readonly report: Report
  readonly noted: Noted
}

export interface ClaimContext extends ReadContext {
  /** What claims fall back to that cite nothing. */
  readonly cite: readonly Citation[]
}

/** What rivals of a claim say instead: an entity, or a value that is read as that of the claim. */
export type RivalKind =
  | { readonly says: 'target' }
  | {
      readonly says: 'value'
      readonly example: string
      readonly read: (node: YamlNode) => Scalar | undefined
    }

/** The claim's keys of a map that says something; `span` is the place of what is said. */
export function readClaim(
  fields: Fields,
  span: Span,
  context: ClaimContext,
  kind: RivalKind,
): Claim {
  const rivals = fields.get('rivals')
  return readEvidence(fields, span, context, rivals ? readRivals(rivals, context, kind) : none)
}

/** A claim that consists of its value alone. */
export function bareClaim(span: Span, { cite }: ClaimContext): Claim {
  return {
    when: undefined,
    citations: cite,
    saidBy: none,
    confidence: undefined,
    inferred: undefined,
    note: undefined,
    rivals: none,
    span,
  }
}

function readEvidence(
  fields: Fields,
  span: Span,
  context: ClaimContext,
  rivals: readonly Rival[],
): Claim {
  const { report } = context
  const value = (key: (typeof evidenceKeys)[number]) => fields.get(key)
  const cite = value('cite')
  const when = value('when')
  return {
    when: when && readWhen(when, context),
    citations: cite === undefined ? context.cite : readCitations(cite, context),
    saidBy: readSpeakers(value('said-by'), context),
    confidence: choiceOf(value('confidence'), confidences, report),
    inferred: reasonOf(value('inferred'), report),
    note: textOf(value('note'), report)?.value,
    rivals,
    span,
  }
}

/** Why the curator concludes something; that it is concluded is no reason. */
function reasonOf(node: YamlNode | undefined, report: Report): string | undefined {
  const text = textOf(node, report, 'the reason for the conclusion')
  if (text === undefined || !/^(true|false|yes|no)$/i.test(text.value)) return text?.value
  report(wrongValue(text.span, 'the reason for the conclusion, in words'))
  return undefined
}

/** A date, read from the raw text: YAML would make a list of `[2011..2012]`. */
export function readWhen(
  node: YamlNode,
  { text, report }: Pick<ReadContext, 'text' | 'report'>,
): When | undefined {
  if (node.kind !== 'scalar') {
    const raw = text.slice(node.span.start, node.span.end)
    const isDate = parseEdtf(raw).ok
    report(
      isDate ? unquotedDate(node.span, raw) : wrongValue(node.span, 'a date, such as 2012-03-17'),
    )
    return undefined
  }
  const date = textOf(node, report, 'a date, such as 2012-03-17')
  if (date === undefined) return undefined
  const parsed = parsedDate(date.value)
  if (parsed.ok) return { text: date.value, date: parsed.date, span: date.span }
  const { kind, suggestion } = parsed.problem
  report(kind === 'reversed' ? reversedInterval(date, suggestion) : badDate(date, parsed.problem))
  return undefined
}

function readSpeakers(
  node: YamlNode | undefined,
  { report, noted }: ReadContext,
): readonly Located<string>[] {
  const speakers = distinctTextsOf(node, report, 'the id of the entity that the source quotes')
  for (const speaker of speakers) noted.entities.push(speaker)
  return speakers
}

export function readCitations(
  node: YamlNode,
  { report, noted }: Pick<ReadContext, 'report' | 'noted'>,
): readonly Citation[] {
  const read = (item: YamlNode) => {
    const citation = readCitation(item, report)
    if (citation) noted.citations.push(citation)
    return citation
  }
  if (node.kind !== 'list') {
    const citation = read(node)
    return citation ? [citation] : unreadCitations
  }
  const citations = readEach(node.items, read)
  if (citations.length > 1) reportRepeated(citations.map(citationInWords), report)
  return citations.length > 0 || node.items.length === 0 ? citations : unreadCitations
}

/** Two quotes from one place are two citations. */
function citationInWords({ source, at, quote, span }: Citation): Located<string> {
  const place = at === undefined ? source : `${source}#${at}`
  return { value: quote === undefined ? place : `${place}: ${quote}`, span }
}

function readCitation(node: YamlNode, report: Report): Citation | undefined {
  if (node.kind === 'map') return readLongCitation(node, report)
  const text = textOf(node, report, 'a citation, such as report#p4')
  if (text === undefined) return undefined
  const { value } = text
  const hash = value.indexOf('#')
  if (hash < 0) return { source: value, at: undefined, quote: undefined, span: node.span }
  const at = value.slice(hash + 1)
  const several = /[,;]/.test(value) ? value.split(/[,;]\s*/) : none
  if (several.length > 1 && several.every(isShortCitation)) {
    report(severalCitations(node.span, several))
    return undefined
  }
  if (hash === 0 || at === '' || at.includes('#')) {
    report(wrongValue(node.span, 'a citation, such as report#p4'))
    return undefined
  }
  return { source: value.slice(0, hash), at, quote: undefined, span: node.span }
}

/** A bare number behind a comma is part of a place: sections and moments have some. */
function isShortCitation(text: string): boolean {
  return /^[^#\s]+(#[^#\s]+)?$/.test(text) && !/^[0-9]+$/.test(text)
}

function readLongCitation(node: YamlMap, report: Report): Citation | undefined {
  const fields = fieldsOf(node, 'A citation', ['source', 'at', 'quote'], report)
  const source = textOf(fields.get('source'), report, 'the id of a source')
  const quote = textOf(fields.get('quote'), report)
  if (quote) {
    const words = quote.value.split(/\s+/).length
    if (words > mostWordsInQuote) report(longQuote(quote.span, words, mostWordsInQuote))
  }
  if (fields.lacks('source'))
    report(missingKey(node.span, 'A citation', 'source', 'source: report'))
  if (source === undefined) return undefined
  return {
    source: source.value,
    at: textOf(fields.get('at'), report, 'a place in the source, such as p4')?.value,
    quote: quote?.value,
    span: node.span,
  }
}

function readRivals(node: YamlNode, context: ClaimContext, kind: RivalKind): readonly Rival[] {
  const items = node.kind === 'list' ? node.items : [node]
  return readEach(items, (item) => readRival(item, context, kind))
}

function readRival(node: YamlNode, context: ClaimContext, kind: RivalKind): Rival | undefined {
  const { report } = context
  const example = kind.says === 'target' ? 'target: acme' : kind.example
  const map = mapOf(node, `a rival reading, such as { ${example}, cite: other#p2 }`, report)
  if (map === undefined) return undefined
  const owner = kind.says === 'target' ? 'A rival of a relation' : 'A rival of a value'
  const fields = fieldsOf(map, owner, [kind.says, 'denied', ...evidenceKeys], report)
  const said = map.entries.some(({ key }) =>
    ['value', 'target', 'when', 'denied'].includes(key.value),
  )
  if (!said) report(missingKey(map.span, owner, kind.says, example))
  const written = fields.get('value')
  const value = kind.says === 'value' && written ? kind.read(written) : undefined
  const target = textOf(fields.get('target'), report, 'the id of an entity')
  if (target) context.noted.entities.push(target)
  // A rival rests on other evidence than the claim that it disputes, so it inherits no citation.
  const { rivals: _, ...evidence } = readEvidence(fields, map.span, { ...context, cite: [] }, [])
  const isLost = (value ?? target ?? evidence.when) === undefined && !fields.has('denied')
  if (isLost) return undefined
  const denied = truthOf(fields.get('denied'), report) ?? false
  return { ...evidence, value, target, denied }
}
