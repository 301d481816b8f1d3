import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { ImportContext, ImportInput } from '../import-format.ts'
import { textPieces } from '../text-pieces.ts'
import { UnreadableInput } from '../unreadable-input.ts'

export interface CsvRow {
  /** As a spreadsheet counts: the head of a table is row 1. */
  readonly number: number
  readonly cells: readonly string[]
}

/** Characters of one row: a quote that is never closed would make the rest of the file one cell. */
const longestRow = 4 * 2 ** 20

/** The rows of a table one after the other, those that are empty left out. */
export async function* csvRows(input: ImportInput, context: ImportContext): AsyncGenerator<CsvRow> {
  const pieces = textPieces(input, context)
  const beginning = await beginningOf(pieces)
  const told = separatorLine.exec(beginning)
  const first = beginning.slice(told?.[0].length ?? 0)
  const parser = parse({
    delimiter: told?.[1] ?? delimiterOf(first),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRow,
  })
  const source = Readable.from(joined(first, pieces))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let number = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number++
      if (cells.some((cell) => cell.trim() !== '')) yield { number, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new UnreadableInput(
      `"${input.name}" is not a table that can be read: in row ${Number(error.records ?? number) + 1}, ${inWords(error)}. Look at the quotation marks there.`,
    )
  } finally {
    source.destroy()
  }
}

/** What some write for Excel before the head, which takes it for no row. */
const separatorLine = /^\ufeff?"?sep=([^\r\n"])"?(?:\r?\n|\r)/i

/** As much as tells what parts the cells: the first line, unless that is very long. */
async function beginningOf(pieces: AsyncIterator<string>): Promise<string> {
  let text = ''
  while (text.length < longestBeginning && !/[\n\r]/.test(text)) {
    const { value, done } = await pieces.next()
    if (done) break
    text += value
  }
  return text
}

const longestBeginning = 65_536

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (first !== '') yield first
  yield* rest
}

function inWords({ code }: CsvError): string {
  if (code === 'CSV_MAX_RECORD_SIZE') return 'a row is longer than four million characters'
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and never closed'
  return 'a cell is not quoted as it should be'
}

/** What parts the cells: whatever the first line has most of, outside of quotation marks. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, 1)
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', ';', '\t', '|'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
