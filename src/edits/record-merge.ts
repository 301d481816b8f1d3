import type { YamlMap, YamlNode } from '../documents/yaml-node.ts'
import { commentsIn } from './comments-in.ts'
import type { Draft } from './draft.ts'
import { isFlow, lineBreakOf } from './extent.ts'
import { insertLines } from './insert-lines.ts'
import { removePart } from './remove-part.ts'
import { entryOf, ownCitations } from './written-claim.ts'
import { itemsOf } from './written-ids.ts'

const path = 'identity.yaml'

/** Takes away the decisions that were on these two alone, and gives what they said. */
export function settleDecisions(draft: Draft, ids: readonly string[]): readonly string[] {
  const told: string[] = []
  for (let said = settleNext(draft, ids); said !== undefined; said = settleNext(draft, ids)) {
    told.push(said)
  }
  return told
}

function settleNext(draft: Draft, ids: readonly string[]): string | undefined {
  const { root, text } = draft.document(path) ?? { root: undefined, text: '' }
  for (const { key, value: list } of root?.entries ?? []) {
    const items = itemsOf(list)
    const index = items.findIndex((item) => isOn(item, ids))
    const decision = items[index]
    if (list.kind !== 'list' || decision?.kind !== 'map') continue
    const removed = removePart(text, list, index)
    const comments = isFlow(text, list) ? [] : commentsIn(text, removed, [])
    // A list that has nothing in it has to say so.
    const eol = lineBreakOf(text)
    const replaced = isFlow(text, list) || items.length > 1 ? '' : `  []${eol}`
    draft.edit(path, [{ ...removed, text: replaced }])
    return [inWords(key.value, decision), ...comments].join(' ')
  }
  return undefined
}

function isOn(decision: YamlNode, ids: readonly string[]): boolean {
  const entities = decision.kind === 'map' ? entryOf(decision, 'entities')?.value : undefined
  if (entities === undefined) return false
  const named = itemsOf(entities).map((item) => (item.kind === 'scalar' ? item.text.trim() : ''))
  return named.every((id) => ids.includes(id)) && ids.every((id) => named.includes(id))
}

function inWords(verdict: string, decision: YamlMap): string {
  const reason = entryOf(decision, 'reason')?.value
  const said = reason?.kind === 'scalar' ? reason.text.trim() : ''
  const citations = (ownCitations(decision) ?? []).map(({ text }) => text)
  const was = verdict === 'same' ? '' : `Had been ${verdict}: `
  return `${was}${said}${citations.length === 0 ? '' : ` [${citations.join(', ')}]`}`
}

/** Writes a merge down where decisions on identity are kept; as a comment, because one of the two is no more. */
export function recordMerge(draft: Draft, sentences: readonly string[]): void {
  const line = `# ${sentences.join(' ').replace(/\s+/g, ' ')}`
  const text = draft.document(path)?.text
  if (text === undefined) draft.write(path, `${line}\nsame: []\n`)
  else draft.edit(path, [insertLines(text, text.length, 0, [line])])
}
