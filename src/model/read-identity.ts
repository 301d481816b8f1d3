import type { Report } from '../diagnostics/diagnostic.ts'
import { missingKey, wrongValue } from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import type { YamlNode } from '../documents/yaml-node.ts'
import { type IdentityDecision, type Verdict, verdicts } from './entity.ts'
import type { Noted } from './mentions.ts'
import { readCitations } from './read-claim.ts'
import { fieldsOf, mapOf, textOf, textsOf } from './shape.ts'

/** The decisions of `identity.yaml`: under each verdict a list of entities with a reason. */
export function readIdentity(document: Document, report: Report, noted: Noted): IdentityDecision[] {
  if (document.root === undefined) return []
  const fields = fieldsOf(document.root, 'identity.yaml', verdicts, report)
  return verdicts.flatMap((verdict) => {
    const list = fields.get(verdict)
    if (list === undefined) return []
    if (list.kind === 'list')
      return list.items.flatMap((item) => readDecision(item, verdict, report, noted) ?? [])
    report(wrongValue(list.span, 'a list of decisions, each after a "- "'))
    return []
  })
}

function readDecision(
  node: YamlNode,
  verdict: Verdict,
  report: Report,
  noted: Noted,
): IdentityDecision | undefined {
  const map = mapOf(node, 'a decision, with entities and a reason', report)
  if (map === undefined) return undefined
  const fields = fieldsOf(map, 'A decision', ['entities', 'reason', 'cite'], report)
  const entities = textsOf(fields.get('entities'), report, 'two ids or more, in a list')
  for (const entity of entities) noted.entities.push(entity)
  const reason = textOf(fields.get('reason'), report)
  const cite = fields.get('cite')
  if (entities.length < 2 && (fields.has('entities') || fields.lacks('entities')))
    report(missingKey(map.span, 'A decision', 'entities', 'entities: [ada, ada-2]'))
  const isOfTwo = new Set(entities.map(({ value }) => value)).size > 1
  if (entities[1] && !isOfTwo)
    report(wrongValue(entities[1].span, 'a second id, not the same again'))
  if (fields.lacks('reason')) {
    report(missingKey(map.span, 'A decision', 'reason', 'reason: Both are named as its author.'))
  }
  if (!isOfTwo || reason === undefined) return undefined
  return {
    verdict,
    entities,
    reason: reason.value,
    citations: cite === undefined ? [] : readCitations(cite, { report, noted }),
    span: map.span,
  }
}
