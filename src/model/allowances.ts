import { codes } from '../diagnostics/codes.ts'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { missingReason, unusedAllowance } from '../diagnostics/problems/evidence.ts'
import { unknownCode } from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import { isEmpty, type YamlEntry } from '../documents/yaml-node.ts'
import { suggestion } from '../text/nearest.ts'
import type { Located } from '../text/span.ts'
import { groupBy } from './group-by.ts'
import { mapOf, textOf } from './shape.ts'

/** A curator's word that a warning in one file is to be let be, with the reason. */
export interface Allowance {
  readonly file: string
  readonly code: Located<string>
}

/** Most files allow nothing: they share this. */
const none: readonly never[] = []

/** Takes the key `allow` out of a document: it says nothing about the base, only about the check. */
export function takeAllowances(
  document: Document,
  report: Report,
): { document: Document; allowances: readonly Allowance[] } {
  const { root, path } = document
  const entry = root?.entries.find(({ key }) => key.value === 'allow')
  if (root === undefined || entry === undefined) return { document, allowances: none }
  const entries = root.entries.filter((other) => other !== entry)
  return {
    document: { ...document, root: { ...root, entries } },
    allowances: readAllow(entry, report).map((code) => ({ file: path, code })),
  }
}

/** The diagnostics without the warnings that are allowed, and a warning for each allowance that allows none. */
export function withoutAllowed(
  diagnostics: readonly Diagnostic[],
  allowances: readonly Allowance[],
): readonly Diagnostic[] {
  if (allowances.length === 0) return diagnostics
  const byFile = groupBy(allowances, ({ file }) => file)
  const used = new Set<Allowance>()
  const kept = diagnostics.filter(({ severity, code, span }) => {
    const allowance = byFile.get(span.file)?.find((one) => one.code.value === code)
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
    const isKnown = codes.some((code) => code === key.value)
    if (!isKnown) report(unknownCode(key, suggestion(key.value, codes)))
    return isKnown && !isEmpty(reason) ? [key] : []
  })
}
