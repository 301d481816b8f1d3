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
  yield row(head)
  const name = (id: string) => graph.getNodeAttribute(id, 'label')
  for (const [at, { hops }] of paths.entries()) {
    for (const [number, hop] of hops.entries()) {
      const { from, to, relation, forward, sentence, when, confidence, saidBy, inferred } = hop
      yield row([
        String(at + 1),
        String(number + 1),
        ...[from, name(from), relation, forward ? 'yes' : 'no', to, name(to), sentence],
        ...[when, confidence, saidBy.join(', '), inferred].map((cell) => cell ?? ''),
        hop.citations.length === 0 ? '' : citationsInWords(hop.citations),
        hop.edge,
      ])
    }
  }
}

function row(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

/** A cell that begins like a formula gets an apostrophe before it, so that no spreadsheet computes it. */
function cellOf(text: string): string {
  const safe = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
