import { confidences } from '../../model/claim.ts'
import type { Labelled } from '../../text/labelled-lines.ts'
import { readLabelled } from '../../text/labelled-lines.ts'
import { readScalar } from '../../text/scalar-text.ts'
import type {
  ImportedCitation,
  ImportedClaim,
  ImportedEvidence,
  ImportedRival,
} from '../imported.ts'

// What `dossier export ftm` writes in lines with labels, because FollowTheMoney has no place for it.

/** What a label says first. */
export function told(entries: readonly Labelled[], label: string): string | undefined {
  return entries.find(([own]) => own === label)?.[1]
}

/** A claim of its lines. Lines that say nothing of a claim become its note; `beside` are labels of something else. */
export function readClaimLines(
  entries: readonly Labelled[],
  beside: readonly string[] = [],
): ImportedClaim {
  const own = entries.filter(([label]) => label !== 'Rival' && !beside.includes(label))
  return { ...readEvidence(own), rivals: allTold(entries, 'Rival').map(readRival) }
}

function readRival(text: string): ImportedRival {
  const entries = readLabelled(text)
  const [value, target] = [told(entries, 'Value'), told(entries, 'Target')]
  return {
    ...readEvidence(entries.filter(([label]) => !['Value', 'Target', 'Denied'].includes(label))),
    ...(value !== undefined && { value: readScalar(value) }),
    ...(target !== undefined && { target: idIn(target) }),
    ...(told(entries, 'Denied') !== undefined && { denied: true }),
  }
}

function readEvidence(entries: readonly Labelled[]): ImportedEvidence {
  const [when, inferred] = [told(entries, 'When'), told(entries, 'Inferred')]
  const confidence = confidences.find((word) => word === told(entries, 'Confidence'))
  const known = [...evidenceLabels, ...(confidence ? ['Confidence'] : [])]
  const others = entries.filter(([label]) => !known.includes(label)).map(lineOf)
  const note = [...allTold(entries, 'Note'), ...others].join('\n')
  return {
    ...(when !== undefined && { when }),
    citations: readCitationLines(entries),
    saidBy: allTold(entries, 'Said by').map(idIn),
    ...(confidence !== undefined && { confidence }),
    ...(inferred !== undefined && { inferred }),
    ...(note !== '' && { note }),
  }
}

const evidenceLabels = ['When', 'Inferred', 'Note', 'Said by', 'Source', 'Quote']

/** `Source: report#p4`, each perhaps with a quote in the line below. */
export function readCitationLines(entries: readonly Labelled[]): ImportedCitation[] {
  const citations: ImportedCitation[] = []
  for (const [label, text] of entries) {
    if (label === 'Source') citations.push(citationOf(text))
    const last = citations.at(-1)
    if (label === 'Quote' && last) citations.splice(-1, 1, { ...last, quote: text })
  }
  return citations
}

function citationOf(text: string): ImportedCitation {
  const hash = text.indexOf('#')
  const [source, at] = hash < 0 ? [text] : [text.slice(0, hash), text.slice(hash + 1)]
  return { source: `${sourcePrefix}${source}`, ...(at !== undefined && { at }) }
}

/** What the ids of sources begin with there, so that no entity can have the same. */
export const sourcePrefix = 'source.'

/** A line as it stood there. */
export function lineOf([label, text]: Labelled): string {
  return label === '' ? text : `${label}: ${text}`
}

function allTold(entries: readonly Labelled[], label: string): string[] {
  return entries.flatMap(([own, text]) => (own === label ? [text] : []))
}

/** `ada` of `Ada Lovelace (ada)`. */
function idIn(text: string): string {
  return /\(([a-z0-9-]+)\)$/.exec(text)?.[1] ?? text
}
