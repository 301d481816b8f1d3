import type { CitationAttributes, Evidence, RivalAttributes } from '../graph/knowledge-graph.ts'

/** A citation as curators write it: `lwj-nusrat#p4`. */
export function citationText({ source, at }: CitationAttributes): string {
  return at === undefined ? source : `${source}#${at}`
}

/** Another reading of a claim, for formats that hold one reading only: `rival: 25 (bbc#p3, possible)`. */
export function rivalText(rival: RivalAttributes): string {
  const { value, target, denied } = rival
  const reading = denied === true ? 'denied' : (value ?? target)
  if (reading !== undefined) return `rival: ${withEvidence(String(reading), rival)}`
  const { when = 'another date', ...evidence } = rival
  return `rival: ${withEvidence(when, evidence)}`
}

/** Evidence that a format may take the date from, where it shows that elsewhere. */
export type Vouching = Omit<Evidence, 'when'> & { readonly when?: string | undefined }

/** A statement with what vouches for it in brackets: `dead (2012, lwj-nusrat#p2, said by isaf)`. */
export function withEvidence(statement: string, evidence: Vouching): string {
  const { when, citations, confidence, saidBy, inferred, note } = evidence
  const details: string[] = []
  if (when !== undefined) details.push(when)
  for (const citation of citations) details.push(citationText(citation))
  if (confidence !== undefined) details.push(confidence)
  if (saidBy.length > 0) details.push(`said by ${saidBy.join(' and ')}`)
  if (inferred !== undefined) details.push(`inferred: ${inferred}`)
  if (note !== undefined) details.push(`note: ${note}`)
  return details.length === 0 ? statement : `${statement} (${details.join(', ')})`
}

/** The place in the data where a claim was written: `people/makhdum-nusrat.yaml:12`. */
export function placeText({
  file,
  line,
}: {
  readonly file: string
  readonly line: number
}): string {
  return `${file}:${line}`
}
