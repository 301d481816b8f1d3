import { compareText } from '../text/compare-text.ts'

/** Lists by key of which most are empty: to go through all that is in them costs no more than there is. */
export interface SparseLists<T> {
  readonly set: (key: string, list: readonly T[]) => void
  readonly get: (key: string) => readonly T[] | undefined
  readonly keys: () => Iterable<string>
  /** In order of key; the same array until a list changes. */
  readonly all: () => readonly T[]
}

export function sparseLists<T>(): SparseLists<T> {
  const lists = new Map<string, readonly T[]>()
  let order: readonly string[] | undefined
  let flat: readonly T[] | undefined

  const set = (key: string, list: readonly T[]) => {
    const isThere = lists.has(key)
    if (!isThere && list.length === 0) return
    flat = undefined
    if (isThere !== list.length > 0) order = undefined
    if (list.length > 0) lists.set(key, list)
    else lists.delete(key)
  }
  const all = () => {
    order ??= [...lists.keys()].sort(compareText)
    flat ??= order.flatMap((key) => lists.get(key) ?? [])
    return flat
  }
  return { set, get: (key) => lists.get(key), keys: () => lists.keys(), all }
}
