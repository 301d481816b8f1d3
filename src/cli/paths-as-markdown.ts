import { claimItem } from '../exports/markdown/claim-item.ts'
import { escapeLine, escapeMarkdown } from '../exports/markdown/escape-markdown.ts'
import { type Footnotes, footnotes } from '../exports/markdown/footnotes.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { dated } from '../graph/sentence.ts'
import { timeInWords, weakestInWords } from '../queries/describe-path.ts'
import type { Path } from '../queries/find-paths.ts'

/** For a report: every path as cited sentences, with numbered footnotes and the sources at the end. */
export function* pathsAsMarkdown(graph: KnowledgeGraph, paths: readonly Path[]): Iterable<string> {
  const [first] = paths
  const [from, to] = [first?.hops[0]?.from, first?.hops.at(-1)?.to]
  if (from === undefined || to === undefined) return
  const name = (id: string) => escapeMarkdown(graph.getNodeAttribute(id, 'label'))
  const notes = footnotes(graph)
  yield `# ${name(from)} to ${name(to)}\n`
  for (const [index, path] of paths.entries()) {
    if (paths.length > 1) yield `\n## Path ${index + 1} of ${paths.length}\n`
    yield* pathSection(graph, path, notes)
  }
  yield* notes.end(2)
}

function* pathSection(graph: KnowledgeGraph, path: Path, notes: Footnotes): Generator<string> {
  yield '\n'
  for (const [index, hop] of path.hops.entries()) {
    const sentence = escapeLine(`${dated(hop.sentence, hop.when)}.`)
    yield claimItem(graph, notes, sentence, hop, { edge: hop.edge, marker: `${index + 1}.` })
  }
  const words = [timeInWords(path), weakestInWords(path)].filter((told) => told !== undefined)
  yield `\n${escapeMarkdown(words.join(' '))}\n`
}
