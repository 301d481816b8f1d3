import { inBatches } from '../in-batches.ts'
import type { GremlinBase } from './gremlin-base.ts'
import type { GremlinNames } from './gremlin-names.ts'
import { property } from './gremlin-names.ts'
import type { GremlinSession } from './gremlin-session.ts'
import { putVertices, readVertices } from './gremlin-vertices.ts'

/**
 * The words by which entities of a base are found, all but whole names: an index that knows only whole words says nothing
 * of those that begin alike or differ by a slip. A word that no entity bears any more stays, and finds nothing.
 */
export interface Vocabulary {
  readonly words: (signal?: AbortSignal) => Promise<ReadonlySet<string>>
  readonly add: (words: ReadonlySet<string>, signal?: AbortSignal) => Promise<void>
}

export function gremlinVocabulary(
  session: GremlinSession,
  names: GremlinNames,
  base: GremlinBase,
): Vocabulary {
  let known: { readonly words: Set<string>; readonly version: string } | undefined
  const words = async (signal?: AbortSignal) => {
    // A push of another process may have added words.
    const version = await base.version(signal)
    if (known === undefined || known.version !== version) {
      known = { version, words: await readWords(session, names, signal) }
    }
    return known.words
  }
  return {
    words,
    add: async (more, signal) => {
      const all = await words(signal)
      const fresh = [...more].filter((word) => !all.has(word) && !isWholeName(word))
      for (const some of inBatches(fresh, wordsOfRequest)) {
        const rows = some.map((word) => ({ key: word, hash: 'word', data: '', words: [] }))
        await putVertices(session, names, 'words', rows, signal)
        for (const word of some) all.add(word)
      }
    },
  }
}

const wordsOfRequest = 1000

/** Nobody asks for names that begin alike: there are as many as entities. */
function isWholeName(word: string): boolean {
  return word.startsWith('=')
}

async function readWords(
  session: GremlinSession,
  names: GremlinNames,
  signal?: AbortSignal,
): Promise<Set<string>> {
  const all = new Set<string>()
  for await (const rows of readVertices(session, names, 'words', property.hash, signal)) {
    for (const { key } of rows) all.add(key)
  }
  return all
}
