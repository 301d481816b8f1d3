import { type LineIndex, lineIndex } from './line-index.ts'

/** So many indexes are remembered: who asks goes through the files mostly one after the other. */
const mostKept = 1000

/** The line index of a file by its path, made when it is asked for. */
export function lineIndexes(
  files: readonly { readonly path: string; readonly text: string }[],
): (path: string) => LineIndex | undefined {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const indexes = new Map<string, LineIndex>()
  let last: { readonly path: string; readonly index: LineIndex } | undefined
  const find = (path: string) => {
    const text = texts.get(path)
    const index = indexes.get(path) ?? (text === undefined ? undefined : lineIndex(text))
    if (index === undefined) return undefined
    indexes.delete(path)
    indexes.set(path, index)
    if (indexes.size > mostKept) indexes.delete(indexes.keys().next().value ?? path)
    last = { path, index }
    return index
  }
  return (path) => (last?.path === path ? last.index : find(path))
}
