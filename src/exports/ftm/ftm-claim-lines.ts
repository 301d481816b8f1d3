import type {
  CitationAttributes,
  ClaimAttributes,
  KnowledgeGraph,
  NodeAttributes,
  RivalAttributes,
} from '../../graph/knowledge-graph.ts'
import { type Labelled, writeLabelled } from '../../text/labelled-lines.ts'
import { writeScalar } from '../../text/scalar-text.ts'
import { citationText, type Vouching } from '../claim-text.ts'
import { evidenceOf } from '../node-columns.ts'

/** A label with what it says, where that is known. */
type MaybeLabelled = readonly [label: string, text: string | number | undefined]

/** Labelled lines; nothing where nothing is known. */
export function linesOf(entries: readonly MaybeLabelled[]): string | undefined {
  const known = entries.flatMap(([label, text]): Labelled[] =>
    text === undefined ? [] : [[label, String(text)]],
  )
  return known.length === 0 ? undefined : writeLabelled(known)
}

/** The values of attributes, each with what vouches for it and what others say: `rank: colonel` and lines below. */
export function valueTexts(
  graph: KnowledgeGraph,
  { attributes }: NodeAttributes,
): (string | undefined)[] {
  return Object.entries(attributes).flatMap(([name, claims]) =>
    claims.map((claim) => {
      const text = name === 'when' ? String(claim.value) : writeScalar(claim.value)
      const evidence = { ...evidenceOf(name, claim), rivals: claim.rivals }
      return linesOf([[name, text], ...claimEntries(graph, evidence)])
    }),
  )
}

/** Date, doubts, citations and rivals of a claim. */
export function claimEntries(
  graph: KnowledgeGraph,
  { rivals, ...evidence }: Vouching & Pick<ClaimAttributes, 'rivals'>,
): MaybeLabelled[] {
  return [
    ...evidenceEntries(graph, evidence),
    ...rivals.map((rival): MaybeLabelled => ['Rival', linesOf(rivalEntries(graph, rival))]),
  ]
}

function evidenceEntries(
  graph: KnowledgeGraph,
  { when, confidence, saidBy, inferred, note, citations }: Vouching,
): MaybeLabelled[] {
  return [
    ['When', when],
    ['Confidence', confidence],
    ...saidBy.map((id): MaybeLabelled => ['Said by', nameOf(graph, id)]),
    ['Inferred', inferred],
    ['Note', note],
    ...citationEntries(citations),
  ]
}

function rivalEntries(graph: KnowledgeGraph, rival: RivalAttributes): MaybeLabelled[] {
  const { value, target, denied } = rival
  return [
    ['Value', value === undefined ? undefined : writeScalar(value)],
    ['Target', target === undefined ? undefined : nameOf(graph, target)],
    ['Denied', denied && 'yes'],
    ...evidenceEntries(graph, rival),
  ]
}

export function citationEntries(citations: readonly CitationAttributes[]): MaybeLabelled[] {
  return citations.flatMap((citation): MaybeLabelled[] => [
    ['Source', citationText(citation)],
    ['Quote', citation.quote],
  ])
}

/** A name and, for whoever looks it up, the id: `Ada (ada)`. */
function nameOf(graph: KnowledgeGraph, id: string): string {
  return graph.hasNode(id) ? `${graph.getNodeAttribute(id, 'label')} (${id})` : id
}

/** All that claims and the readings beside them cite. */
export function citedBy(
  claims: readonly Pick<ClaimAttributes, 'citations' | 'rivals'>[],
): string[] {
  const all = claims.flatMap(({ citations, rivals }) => [
    ...citations,
    ...rivals.flatMap((rival) => rival.citations),
  ])
  return [...new Set(all.map(({ source }) => source))]
}
