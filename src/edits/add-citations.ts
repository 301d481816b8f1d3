import type { YamlMap, YamlNode } from '../documents/yaml-node.ts'
import type { TextEdit } from '../text/text-edit.ts'
import { columnAt, contentEnd, isFlow, lineEnd } from './extent.ts'
import { inBrackets, listInBrackets, oneOrList } from './in-brackets.ts'
import { insertLines } from './insert-lines.ts'
import { entryOf, ownCitations, type WrittenCitation } from './written-claim.ts'

/**
 * The edits that let a claim cite what it does not cite yet. `inherited` is what it falls back to, and no longer does
 * once it has citations of its own.
 */
export function addCitations(
  text: string,
  claim: YamlNode,
  inherited: readonly WrittenCitation[],
  more: readonly WrittenCitation[],
): readonly TextEdit[] {
  const own = ownCitations(claim)
  const known = new Set((own ?? inherited).map(({ key }) => key))
  const missing = more.filter(({ key }) => !known.has(key)).map((citation) => citation.text)
  if (missing.length === 0) return []
  const cite = claim.kind === 'map' ? entryOf(claim, 'cite')?.value : undefined
  if (cite !== undefined) return [lengthened(text, cite, missing)]
  return writeCitations(text, claim, [...inherited.map((citation) => citation.text), ...missing])
}

/** The edits that give a claim without citations these; none at all is an empty list, which inherits nothing. */
export function writeCitations(
  text: string,
  claim: YamlNode,
  citations: readonly string[],
): readonly TextEdit[] {
  const cite = `cite: ${oneOrList(citations) || '[]'}`
  if (claim.kind === 'map') return [addEntry(text, claim, cite)]
  const [start, end] = [claim.span.start, contentEnd(text, claim)]
  return [{ start, end, text: `{ value: ${inBrackets(claim)}, ${cite} }` }]
}

function addEntry(text: string, map: YamlMap, entry: string): TextEdit {
  const last = map.entries.at(-1)
  const end = last ? contentEnd(text, last.value) : map.span.start + 1
  if (isFlow(text, map)) return { start: end, end, text: last ? `, ${entry}` : entry }
  return insertLines(text, lineEnd(text, end), columnAt(text, map.span.start), [entry])
}

function lengthened(text: string, cite: YamlNode, missing: readonly string[]): TextEdit {
  const last = cite.kind === 'list' ? cite.items.at(-1) : undefined
  if (last === undefined) {
    const known = cite.kind === 'list' ? [] : [inBrackets(cite)]
    const [start, end] = [cite.span.start, contentEnd(text, cite)]
    return { start, end, text: listInBrackets([...known, ...missing]) }
  }
  const end = contentEnd(text, last)
  if (isFlow(text, cite)) return { start: end, end, text: `, ${missing.join(', ')}` }
  const column = columnAt(text, cite.span.start)
  const items = missing.map((item) => `- ${item}`)
  return insertLines(text, lineEnd(text, end), column, items)
}
