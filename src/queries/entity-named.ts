import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareText } from '../text/compare-text.ts'
import { foldCase } from '../text/fold.ts'
import { nearest } from '../text/nearest.ts'
import { partOf, type Seen, seenOf } from './partial-graph.ts'

export type Named =
  | { readonly kind: 'one'; readonly id: string }
  /** The word is a name that several entities bear. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'none'; readonly meant: string | undefined }

/** The entity that a person means by a word: its id, or its name or alias, whatever case, marks and spaces. */
export function entityNamed(graph: KnowledgeGraph, word: string): Named {
  if (graph.hasNode(word)) return { kind: 'one', id: word }
  const wanted = letters(word)
  partOf(graph)?.needName(word)
  const seen = seenOf(graph)
  const ids = seen
    .nodes()
    .filter((id) => wanted !== '' && namesOf(seen, id).some((name) => letters(name) === wanted))
    .sort(compareText)
  const [id] = ids
  if (id === undefined) return { kind: 'none', meant: nearestEntity(seen, word) }
  return ids.length === 1 ? { kind: 'one', id } : { kind: 'several', ids }
}

/** What is compared of a name. */
export function letters(name: string): string {
  return foldCase(name).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

function namesOf(seen: Seen, id: string): string[] {
  const { label, aliases } = seen.getNodeAttributes(id)
  return [label, ...aliases]
}

function nearestEntity(seen: Seen, word: string): string | undefined {
  const byId = nearest(word, seen.nodes())
  if (byId !== undefined) return byId
  // Of several that bear the name the first in order of id, in whatever order a graph has them after edits.
  const names = new Map<string, string>()
  for (const id of seen.nodes()) {
    for (const name of namesOf(seen, id)) {
      const known = names.get(name)
      if (known === undefined || compareText(id, known) < 0) names.set(name, id)
    }
  }
  return names.get(nearest(word, names.keys()) ?? '')
}
