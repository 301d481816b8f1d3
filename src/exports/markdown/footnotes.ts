import type { CitationAttributes, KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { sourceInWords, sourceNamed } from '../../graph/source-in-words.ts'
import { compareText } from '../../text/compare-text.ts'
import { placeInSource } from '../../text/place-in-source.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { escapeLine, escapeMarkdown, linkTo } from './escape-markdown.ts'

/** Numbers citations as they come; the same place with the same quote keeps its number. */
export interface Footnotes {
  /** `[^1][^2]`, or words that say that there is no citation. */
  readonly mark: (citations: readonly CitationAttributes[]) => string
  /** The sources that were cited, and then what the numbers mean. */
  readonly end: (level: number) => Generator<string>
  /** The ids of the sources that were cited so far. */
  readonly sources: () => ReadonlySet<string>
}

export function footnotes(graph: KnowledgeGraph): Footnotes {
  const numbers = new Map<
    string,
    { readonly number: number; readonly citation: CitationAttributes }
  >()
  const numberOf = (citation: CitationAttributes) => {
    const key = JSON.stringify([citation.source, citation.at, citation.quote])
    const { number } = numbers.get(key) ?? { number: numbers.size + 1 }
    numbers.set(key, { number, citation })
    return number
  }
  const sources = () => new Set(Array.from(numbers.values(), ({ citation }) => citation.source))
  return {
    mark: (citations) =>
      citations.length === 0
        ? ' *No citation.*'
        : [...new Set(citations.map(numberOf))].map((number) => `[^${number}]`).join(''),
    end: function* (level) {
      const cited = [...numbers.values()]
      if (cited.length === 0) return
      yield `\n${'#'.repeat(level)} Sources\n\n`
      for (const source of [...sources()].sort(compareText)) yield sourceItem(graph, source)
      yield '\n'
      for (const { number, citation } of cited) yield `[^${number}]: ${place(graph, citation)}\n`
    },
    sources,
  }
}

function sourceItem(graph: KnowledgeGraph, id: string): string {
  const { url, archive, accessed } = sourceNamed(graph, id)
  const links = [url, archive].map((address) =>
    address !== undefined && isWebAddress(address) ? linkTo(address) : undefined,
  )
  const [original, copy] = links
  const told = [
    escapeLine(sourceInWords(graph, id)),
    original,
    copy && `Archived: ${copy}`,
    accessed && escapeMarkdown(`Read ${accessed}.`),
  ].filter((words) => words !== undefined && words !== '')
  return `- ${told.join(' ')}\n`
}

function place(graph: KnowledgeGraph, { source, at, quote }: CitationAttributes): string {
  const { title, publisher } = sourceNamed(graph, source)
  const where = [`“${title}”`, publisher, at && placeInSource(at)].filter((words) => words)
  return escapeMarkdown(`${where.join(', ')}${quote === undefined ? '.' : `: “${quote}”`}`)
}
