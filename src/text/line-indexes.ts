import { type LineIndex, lineIndex } from './line-index.ts'

/** The line index of a file by its path, made when it is first asked for. */
export function lineIndexes(
  files: readonly { readonly path: string; readonly text: string }[],
): (path: string) => LineIndex | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const indexes = new Map<string, LineIndex>()
  return (path) => {
    const text = texts.get(path)
    if (text === undefined) return undefined
    const index = indexes.get(path) ?? lineIndex(text)
    indexes.set(path, index)
    return index
  }
}
