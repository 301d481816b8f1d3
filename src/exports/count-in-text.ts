import type { ClaimAttributes, NodeAttributes } from '../graph/knowledge-graph.ts'
import type { Vouching } from './claim-text.ts'
import type { Column } from './columns.ts'
import type { ReportLoss } from './count-losses.ts'
import type { Stints } from './edge-columns.ts'
import { evidenceOf } from './node-columns.ts'
import { countUnwritable } from './xml.ts'

/** What an XML format loses that has a column for each thing, and text in it. */
export const textLossTexts = {
  'rivals-as-text': 'rival readings became text',
  'claims-as-text': 'attribute values have their evidence as text only',
  'numbers-as-text': 'numbers and truth values in lists became text',
  'quotes-left-out': 'quotes of attribute values and of rival readings left out',
  'events-left-out': 'ties of a projection became ties without their event',
  'sources-left-out': 'sources left only their ids in citations',
  'identity-left-out': 'decisions on identity left out',
  'ontology-left-out': 'types and relations of the ontology are there by name only',
  'replaced-characters': 'characters that XML cannot hold became U+FFFD',
}
type Report = ReportLoss<keyof typeof textLossTexts>

/** `listed` are the attributes that have a column of lists. */
export function countInValues(
  node: string,
  { attributes }: Pick<NodeAttributes, 'attributes'>,
  listed: ReadonlySet<string>,
  report: Report,
): void {
  for (const [name, claims] of Object.entries(attributes)) {
    const others = listed.has(name) ? claims.filter(({ value }) => typeof value !== 'string') : []
    report('numbers-as-text', others.length, node)
    report('rivals-as-text', rivalCount(claims), node)
    const vouched = claims.filter((claim) => hasEvidence(evidenceOf(name, claim)))
    report('claims-as-text', vouched.length, node)
    report('quotes-left-out', quoteCount(claims) + rivalQuoteCount(claims), node)
  }
}

export function countInStints(key: string, stints: Stints, report: Report): void {
  report('rivals-as-text', rivalCount(stints), key)
  report('quotes-left-out', rivalQuoteCount(stints), key)
}

/** Counts in the texts of a node or edge and in its columns. */
export function countReplaced<Subject>(
  texts: readonly string[],
  subject: Subject,
  columns: readonly Pick<Column<Subject>, 'value'>[],
  key: string,
  report: Report,
): void {
  for (const text of texts) report('replaced-characters', countUnwritable(text), key)
  for (const { value } of columns) {
    const cell = value(subject) ?? ''
    const text = typeof cell === 'object' ? cell.join('') : String(cell)
    report('replaced-characters', countUnwritable(text), key)
  }
}

function rivalCount(claims: readonly ClaimAttributes[]): number {
  return claims.reduce((sum, { rivals }) => sum + rivals.length, 0)
}

function quoteCount(claims: readonly Vouching[]): number {
  const citations = claims.flatMap((claim) => claim.citations)
  return citations.filter(({ quote }) => quote !== undefined).length
}

function rivalQuoteCount(claims: readonly ClaimAttributes[]): number {
  return quoteCount(claims.flatMap(({ rivals }) => rivals))
}

function hasEvidence({ when, citations, confidence, saidBy, inferred, note }: Vouching): boolean {
  const told = [when, confidence, inferred, note].some((part) => part !== undefined)
  return told || citations.length > 0 || saidBy.length > 0
}
