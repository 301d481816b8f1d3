import { codes } from '../diagnostics/codes.ts'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { missingReason, unusedAllowance } from '../diagnostics/problems/evidence.ts'
import type { Document } from '../documents/document.ts'
import { isEmpty, type YamlEntry } from '../documents/yaml-node.ts'
import type { Located } from '../text/span.ts'
import { choiceOf, mapOf, textOf } from './shape.ts'

/** A curator's word that a warning in one file is to be let be, with the reason. */
export interface Allowance {
  readonly file: string
  readonly code: Located<string>
}

/** Takes the key `allow` out of the documents: it says nothing about the base, only about the check. */
export function takeAllowances(
  documents: readonly Document[],
  report: Report,
): { documents: readonly Document[]; allowances: readonly Allowance[] } {
  const allowances: Allowance[] = []
  const rest = documents.map((document) => {
    const { root, path } = document
    const entry = root?.entries.find(({ key }) => key.value === 'allow')
    if (root === undefined || entry === undefined) return document
    for (const code of readAllow(entry, report)) allowances.push({ file: path, code })
    return { ...document, root: { ...root, entries: root.entries.filter((e) => e !== entry) } }
  })
  return { documents: rest, allowances }
}

/** The diagnostics without the warnings that are allowed, and a warning for each allowance that allows none. */
export function withoutAllowed(
  diagnostics: readonly Diagnostic[],
  allowances: readonly Allowance[],
): readonly Diagnostic[] {
  const used = new Set<Allowance>()
  const kept = diagnostics.filter(({ severity, code, span }) => {
    const allowance = allowances.find((a) => a.file === span.file && a.code.value === code)
    if (allowance === undefined || severity === 'error') return true
    used.add(allowance)
    return false
  })
  const unused = allowances.filter((allowance) => !used.has(allowance))
  return [...kept, ...unused.map(({ code }) => unusedAllowance(code))]
}

function readAllow({ value }: YamlEntry, report: Report): Located<string>[] {
  const map = mapOf(value, 'a map from codes to reasons, such as { unused-source: "…" }', report)
  return (map?.entries ?? []).flatMap(({ key, value: reason }) => {
    if (isEmpty(reason)) report(missingReason(key))
    else if (textOf(reason, report, 'the reason, as a text') === undefined) return []
    const word = { kind: 'scalar', text: key.value, plain: true, span: key.span } as const
    return choiceOf(word, codes, report) === undefined || isEmpty(reason) ? [] : [key]
  })
}
