import type { YamlEntry, YamlNode } from '../documents/yaml-node.ts'

/**
 * The values of a map by key. Most maps have a handful of keys, among which looking is faster than to build an index;
 * a base has a hundred thousand of them.
 */
export class Fields {
  readonly #entries: readonly YamlEntry[]
  readonly #misspelt: readonly string[]

  /** `misspelt` are the keys that were meant by others. */
  constructor(entries: readonly YamlEntry[], misspelt: readonly string[] = []) {
    this.#entries = entries
    this.#misspelt = misspelt
  }

  /** Of a key that stands there twice the first value counts; the reader of the file has reported the other. */
  get(key: string): YamlNode | undefined {
    for (const entry of this.#entries) if (entry.key.value === key) return entry.value
    return undefined
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  /** Not there, and not there with a slip either, which has been reported already. */
  lacks(key: string): boolean {
    return !this.has(key) && !this.#misspelt.includes(key)
  }
}
