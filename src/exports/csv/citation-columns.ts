import type { CitationAttributes } from '../../graph/knowledge-graph.ts'
import { citationText } from '../claim-text.ts'
import type { CsvColumn } from './csv-table.ts'

/** What is cited, and beside it what is quoted: as many quotes in the same order, empty where a citation has none. */
export function citationColumns<Row>(
  citationsOf: (row: Row) => readonly CitationAttributes[],
): [citations: CsvColumn<Row>, quotes: CsvColumn<Row>] {
  return [
    { name: 'citations', value: (row) => citationsOf(row).map(citationText) },
    { name: 'quotes', value: (row) => quotesOf(citationsOf(row)) },
  ]
}

function quotesOf(citations: readonly CitationAttributes[]): string[] {
  const isQuoted = citations.some(({ quote }) => quote !== undefined)
  return isQuoted ? citations.map(({ quote }) => quote ?? '') : []
}
