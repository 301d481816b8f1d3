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
  const details = [
    when,
    ...citations.map(citationText),
    confidence,
    saidBy.length > 0 ? `said by ${saidBy.join(' and ')}` : undefined,
    inferred === undefined ? undefined : `inferred: ${inferred}`,
    note,
  ].filter((detail) => detail !== undefined)
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
