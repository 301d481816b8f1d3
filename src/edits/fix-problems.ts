import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { parseDocument } from '../documents/parse-document.ts'
import type { Sources } from '../documents/read-sources.ts'
import { openChecker } from '../model/check-model.ts'
import { groupBy } from '../model/group-by.ts'
import { type Draft, draftOf } from './draft.ts'
import { entitiesInDraft } from './entity-in-draft.ts'
import type { FileChange } from './file-change.ts'
import { removePart } from './remove-part.ts'
import { replacements } from './replacements.ts'
import { uniteClaims } from './unite-claims.ts'

export interface FixedProblems {
  readonly changes: readonly FileChange[]
  /** In the order in which they were fixed. */
  readonly fixed: readonly Diagnostic[]
  /** What is wrong now. */
  readonly left: readonly Diagnostic[]
}

/** What a fix uncovers is fixed too, but not for ever. */
const mostRounds = 5

/** Writes what the diagnostics are certain of, as long as that ends some of them. */
export function fixProblems(sources: Sources): FixedProblems {
  const check = openChecker()
  const draft = draftOf(sources.files.map(parseDocument))
  const checked = () => check({ ...sources, files: draft.documents() }).diagnostics
  let left = checked()
  let changes: readonly FileChange[] = []
  const fixed: Diagnostic[] = []
  for (let round = 0; round < mostRounds; round++) {
    fixAll(draft, left)
    const now = checked()
    const open = new Set(now.map(nameOf))
    const ended = left.filter((one) => one.fix !== undefined && !open.has(nameOf(one)))
    if (ended.length === 0) break
    for (const one of ended) fixed.push(one)
    left = now
    changes = draft.changes()
  }
  return { changes, fixed, left }
}

/** Without the place, which moves with every fix above it. */
function nameOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([span.file, code, message])
}

function fixAll(draft: Draft, diagnostics: readonly Diagnostic[]): void {
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined)
  for (const [path, inFile] of groupBy(fixable, ({ span }) => span.file)) {
    const text = draft.document(path)?.text
    if (text === undefined) continue
    const [first] = inFile.filter(({ fix }) => typeof fix === 'string')
    const edits = replacements(inFile, text)
    // A fix that moves lines comes alone: the next round has the places of the others.
    if (edits.length > 0) draft.edit(path, edits)
    else if (first?.fix === 'unite-claims') uniteAt(draft, first)
    else if (first?.fix === 'remove-allowance') removeAllowance(draft, first)
  }
}

function uniteAt(draft: Draft, { span }: Diagnostic): void {
  const owner = entitiesInDraft(draft).find(
    ({ path, body }) =>
      path === span.file && body.span.start <= span.start && span.end <= body.span.end,
  )
  if (owner) uniteClaims(draft, owner.declared.id)
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
