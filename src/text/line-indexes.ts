import { type LineIndex, lineIndex, type Written } from './line-index.ts'

/** So many indexes are remembered: who asks goes through the files mostly one after the other. */
const mostKept = 1000

interface Text extends Written {
  readonly path: string
}

/** The line index of a file by its path, made when it is asked for. */
export function lineIndexes(files: readonly Text[]): (path: string) => LineIndex | undefined {
  let byPath: ReadonlyMap<string, Text> | undefined
  const indexes = new Map<string, LineIndex>()
  let last: { readonly path: string; readonly index: LineIndex } | undefined
  const made = (path: string) => {
    byPath ??= new Map(pairs(files))
    const file = byPath.get(path)
    return file && lineIndex(file.text, file)
  }
  const find = (path: string) => {
    const index = indexes.get(path) ?? made(path)
    if (index === undefined) return undefined
    indexes.delete(path)
    indexes.set(path, index)
    if (indexes.size > mostKept) indexes.delete(indexes.keys().next().value ?? path)
    last = { path, index }
    return index
  }
  return (path) => (last?.path === path ? last.index : find(path))
}

function* pairs(files: readonly Text[]): Generator<readonly [path: string, file: Text]> {
  for (const file of files) yield [file.path, file]
}
