import { sourceTexts } from '../../model/source.ts'
import { folderOf } from '../folder-of.ts'
import { given } from '../given.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedSource } from '../imported.ts'
import { addedTexts, noteOf } from './evidence-cells.ts'
import { isCount, type OwnRow, textIn, wordIn } from './own-table.ts'

/** The sources by id or, where a person added one without, by title. */
export function readSources(
  rows: readonly OwnRow[],
  report: ImportReport,
): Map<string, ImportedSource> {
  const sources = new Map<string, ImportedSource>()
  for (const row of rows) {
    const [id, title] = [textIn(row, 'id'), textIn(row, 'title')]
    const key = id ?? title
    if (key === undefined) report.note('left-out-rows', row.at)
    else if (sources.has(key)) report.note('repeated-keys', key)
    else sources.set(key, sourceOf(row, key, report))
  }
  return sources
}

function sourceOf(row: OwnRow, key: string, report: ImportReport): ImportedSource {
  const file = textIn(row, 'file')
  const texts = sourceTexts.map((name) => given(name, textIn(row, name)))
  const more = addedTexts(row, 'sources')
  report.note('columns-in-notes', row.at, more.length)
  return {
    ...{ id: key, title: textIn(row, 'title') ?? key },
    ...(file !== undefined && { folder: folderOf(file) }),
    ...Object.assign({}, ...texts),
    ...given('note', noteOf(textIn(row, 'note'), more)),
    ...given('paragraphs', countIn(row, 'paragraphs', report)),
    ...given('pages', countIn(row, 'pages', report)),
  }
}

function countIn(row: OwnRow, column: string, report: ImportReport): number | undefined {
  const text = wordIn(row, column, report, isCount)
  return text === undefined ? undefined : Number(text)
}
