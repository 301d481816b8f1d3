import { isDeepStrictEqual } from 'node:util'
import type { Code } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { parseDocument } from '../documents/parse-document.ts'
import type { Sources } from '../documents/read-sources.ts'
import { type Checker, openChecker } from '../model/check-model.ts'
import { groupBy } from '../model/group-by.ts'
import { type Draft, draftOf } from './draft.ts'
import { entitiesInDraft } from './entity-in-draft.ts'
import type { FileChange } from './file-change.ts'
import { removePart } from './remove-part.ts'
import { replacements } from './replacements.ts'
import { uniteClaimAt } from './unite-claims.ts'

export interface FixedProblems {
  readonly changes: readonly FileChange[]
  /** In the order in which they were fixed. */
  readonly fixed: readonly Diagnostic[]
  /** What is wrong now. */
  readonly left: readonly Diagnostic[]
}

/** What a fix uncovers is fixed too, but not for ever. */
const mostRounds = 20

/** Where one of these comes up, the guess was wrong. Other errors were there before and could not be seen. */
const contradictions: ReadonlySet<Code> = new Set([
  ...(['yaml-syntax', 'unsupported-yaml', 'duplicate-key', 'duplicate-id'] as const),
  ...(['wrong-domain', 'wrong-range', 'cycle', 'too-many', 'contradicts-identity'] as const),
  ...(['after-end', 'before-start', 'outside-event'] as const),
])

export interface WhatToFix {
  /** One that has checked these files before is quicker. It has then seen what the fixes make of them. */
  readonly check?: Checker
  /** Only in this file. */
  readonly path?: string
  /** Only this problem. */
  readonly only?: Diagnostic
}

/** Writes what the diagnostics are certain of, unless that brings up a contradiction. */
export function fixProblems(
  sources: Sources,
  { check = openChecker(), path, only }: WhatToFix = {},
): FixedProblems {
  const fixable = sources.files.filter((file) => path === undefined || file.path === path)
  const draft = draftOf(fixable.map(parseDocument))
  const checked = () => {
    const files = sources.files.map((file) => draft.document(file.path) ?? file)
    return check({ ...sources, files }).diagnostics
  }
  const isMeant = (one: Diagnostic) =>
    one.fix !== undefined &&
    draft.document(one.span.file) !== undefined &&
    (only === undefined || isDeepStrictEqual(one, only))
  const fixed: Diagnostic[] = []
  const refused = new Set<string>()
  let left = checked()
  /** Gives whether the fixes of these files can stay; if not, the files are what they were. */
  const tryFiles = (files: readonly (readonly [string, readonly Diagnostic[]])[]): boolean => {
    const before = files.map(([path]) => [path, draft.document(path)?.text ?? ''] as const)
    for (const [path, inFile] of files) fixFile(draft, path, inFile)
    const now = checked()
    const stays = !namesOf(now, isContradiction).some((name) => !known(left).has(name))
    if (!stays) for (const [path, text] of before) draft.write(path, text)
    else {
      for (const one of ended(left, now)) fixed.push(one)
      left = now
    }
    return stays
  }
  for (let round = 0, progress = true; round < mostRounds && progress; round++) {
    const count = fixed.length
    const open = left.filter((one) => isMeant(one) && !refused.has(one.span.file))
    const files = [...groupBy(open, ({ span }) => span.file)]
    if (!tryFiles(files)) {
      for (const file of files) if (!tryFiles([file])) refused.add(file[0])
    }
    progress = fixed.length > count
  }
  return { changes: draft.changes(), fixed, left }
}

function isContradiction({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && contradictions.has(code)
}

function known(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(namesOf(diagnostics, isContradiction))
}

/** Without the place, which moves with every fix above it. */
function nameOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([span.file, code, message])
}

function namesOf(
  diagnostics: readonly Diagnostic[],
  which: (diagnostic: Diagnostic) => boolean,
): string[] {
  return diagnostics.filter(which).map(nameOf)
}

/** The fixable ones that are gone, counted by name: the same may be there twice. */
function ended(before: readonly Diagnostic[], now: readonly Diagnostic[]): Diagnostic[] {
  const open = groupBy(now, nameOf)
  return before.filter((diagnostic) => {
    if (diagnostic.fix === undefined) return false
    return open.get(nameOf(diagnostic))?.pop() === undefined
  })
}

/** Fixes that move lines come one at a time: the next round has the places of the others. */
function fixFile(draft: Draft, path: string, inFile: readonly Diagnostic[]): void {
  const text = draft.document(path)?.text
  if (text === undefined) return
  const edits = replacements(inFile, text)
  if (edits.length > 0) {
    draft.edit(path, edits)
    return
  }
  for (const diagnostic of inFile) {
    if (diagnostic.fix === 'unite-claims') uniteAt(draft, diagnostic)
    else if (diagnostic.fix === 'remove-allowance') removeAllowance(draft, diagnostic)
    if (draft.document(path)?.text !== text) return
  }
}

function uniteAt(draft: Draft, { span }: Diagnostic): void {
  const owner = entitiesInDraft(draft).find(
    ({ path, body }) =>
      path === span.file && body.span.start <= span.start && span.end <= body.span.end,
  )
  if (owner) uniteClaimAt(draft, owner, span.start)
}

function removeAllowance(draft: Draft, { span }: Diagnostic): void {
  const document = draft.document(span.file)
  const root = document?.root
  const at = root?.entries.findIndex(({ key }) => key.value === 'allow') ?? -1
  const allowed = root?.entries[at]?.value
  if (document === undefined || root === undefined || allowed?.kind !== 'map') return
  const index = allowed.entries.findIndex(({ key }) => key.span.start === span.start)
  if (index < 0) return
  const isLast = allowed.entries.length === 1
  const edit = isLast
    ? removePart(document.text, root, at)
    : removePart(document.text, allowed, index)
  draft.edit(span.file, [edit])
}
