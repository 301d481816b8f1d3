import type { SourceFile } from '../../src/documents/document.ts'
import type { Refactoring, Refusal } from '../../src/edits/refactoring.ts'
import { compareText } from '../../src/text/compare-text.ts'

/** The files after a refactoring, in order of path. Throws where it was refused, or made from other files. */
export function applied(
  files: readonly SourceFile[],
  made: Refactoring | Refusal,
): readonly SourceFile[] {
  if ('refused' in made) throw new Error(`${made.refused} ${JSON.stringify(made.places)}`)
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  for (const { path, before, after } of made.changes) {
    if (texts.get(path) !== before) throw new Error(`${path} is not what was changed.`)
    if (after === undefined) texts.delete(path)
    else texts.set(path, after)
  }
  return filesOf(Object.fromEntries(texts))
}

export function filesOf(texts: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(texts)
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => compareText(a.path, b.path))
}
