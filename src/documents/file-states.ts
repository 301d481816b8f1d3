import { compareText } from '../text/compare-text.ts'
import { NumberList } from '../text/number-list.ts'
import type { FileState } from './stamp-folder.ts'

/** Of each file. */
const numbers = 4

/** What the system said of each file when it was read, in a column: there may be millions. */
export class FileStates {
  readonly #paths: string[] = []
  readonly #all = new NumberList(Float64Array)

  /** Files come in order of path; one that is there already may come once more. */
  note(path: string, { ino, size, mtimeMs, ctimeMs }: FileState): void {
    const state = [ino, size, mtimeMs, ctimeMs]
    const last = this.#paths.at(-1)
    if (last !== undefined && compareText(path, last) <= 0) {
      this.#all.list().set(state, this.#find(path) * numbers)
      return
    }
    this.#paths.push(path)
    for (const number of state) this.#all.add(number)
  }

  get(path: string): FileState | undefined {
    const at = this.#find(path)
    if (this.#paths[at] !== path) return undefined
    const [ino = 0, size = 0, mtimeMs = 0, ctimeMs = 0] = this.#all
      .list()
      .subarray(at * numbers, (at + 1) * numbers)
    return { ino, size, mtimeMs, ctimeMs }
  }

  paths(): readonly string[] {
    return this.#paths
  }

  /** Where the path is, or would be. */
  #find(path: string): number {
    let [low, high] = [0, this.#paths.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareText(this.#paths[middle] as string, path) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
