import { createHash } from 'node:crypto'
import { inBatches } from '../in-batches.ts'
import { storedJson } from '../stored-json.ts'
import type { GremlinBase } from './gremlin-base.ts'
import type { GremlinNames } from './gremlin-names.ts'
import { property } from './gremlin-names.ts'
import type { GremlinSession } from './gremlin-session.ts'
import { putVertices, readVertices, type VertexRow } from './gremlin-vertices.ts'
import { bySize } from './rows-by-size.ts'
import { someAtATime } from './some-at-a-time.ts'

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
      if (fresh.length === 0) return
      const rows = inBatches(fresh, wordsOfVertex).map(asRow)
      await someAtATime(bySize(rows), (some) => putVertices(session, names, 'words', some, signal))
      for (const word of fresh) all.add(word)
    },
  }
}

/** A vertex for every word would be more vertices than entities, and be read by everyone who searches. */
const wordsOfVertex = 1000

function asRow(words: readonly string[]): VertexRow {
  const data = JSON.stringify(words)
  const key = createHash('sha256').update(data).digest('hex').slice(0, 32)
  return { key, hash: 'words', data, words: [] }
}

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
  for await (const rows of readVertices(session, names, 'words', property.data, signal)) {
    for (const { key, value } of rows) {
      // Of layout 2 are vertices for one word each, which is their key.
      for (const word of value === '' ? [key] : storedJson<string[]>(value)) all.add(word)
    }
  }
  return all
}
