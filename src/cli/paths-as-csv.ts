import { byteOrderMark, csvRow } from '../exports/csv/csv-row.ts'
import { citationsInWords } from '../graph/evidence-in-words.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import type { Path } from '../queries/find-paths.ts'

const head = [
  'path',
  'hop',
  'from',
  'from_name',
  'relation',
  'forward',
  'to',
  'to_name',
  'sentence',
  'when',
  'confidence',
  'said_by',
  'inferred',
  'citations',
  'edge',
]

/** A row for each hop of each path. */
export function* pathsAsCsv(graph: KnowledgeGraph, paths: readonly Path[]): Iterable<string> {
  yield byteOrderMark + csvRow(head)
  const name = (id: string) => graph.getNodeAttribute(id, 'label')
  for (const [at, { hops }] of paths.entries()) {
    for (const [number, hop] of hops.entries()) {
      const { from, to, relation, forward, sentence, when, confidence, saidBy, inferred } = hop
      yield csvRow([
        at + 1,
        number + 1,
        ...[from, name(from), relation, forward ? 'yes' : 'no', to, name(to), sentence],
        ...[when, confidence, saidBy.join(', '), inferred],
        hop.citations.length === 0 ? '' : citationsInWords(hop.citations),
        hop.edge,
      ])
    }
  }
}
