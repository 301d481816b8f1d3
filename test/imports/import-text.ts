import { writeBase } from '../../src/imports/base/write-base.ts'
import { importFormats } from '../../src/imports/formats.ts'
import type { ImportFormat } from '../../src/imports/import-format.ts'
import { openReport, type Remark } from '../../src/imports/import-report.ts'
import type { Imported } from '../../src/imports/imported.ts'
import { readImport } from '../../src/imports/read-import.ts'

export interface ImportedText {
  /** By path. */
  readonly files: Readonly<Record<string, string>>
  readonly remarks: readonly Remark[]
}

type FormatName = keyof typeof importFormats

/** What an import of some files makes, or the message that it ends with. */
export async function importFiles(
  name: FormatName,
  texts: Readonly<Record<string, string | Uint8Array>>,
  { mapping, raw = false }: { readonly mapping?: string; readonly raw?: boolean } = {},
): Promise<ImportedText | string> {
  const report = openReport()
  const format: ImportFormat = importFormats[name]
  const inputs = Object.entries(texts).map(([file, text]) => ({
    name: file,
    bytes: chunksOf(text),
  }))
  const result = await readImport(format, inputs, {
    ...{ report, raw },
    ...(mapping !== undefined && { mapping: { path: 'mapping.yaml', text: mapping } }),
  })
  if (!result.ok) return result.problem
  const [first = ''] = Object.keys(texts)
  const files = filesOf(result.imported, first.replace(/\.[^.]*$/, ''), report)
  return { files, remarks: report.remarks() }
}

/** The same where it must not fail. */
export async function importText(
  name: FormatName,
  text: string,
  file = `sample.${name}`,
): Promise<ImportedText> {
  const imported = await importFiles(name, { [file]: text })
  if (typeof imported === 'string') throw new Error(imported)
  return imported
}

export function filesOf(
  imported: Imported,
  name: string,
  report = openReport(),
): Record<string, string> {
  const { files } = writeBase(imported, { name, report })
  return Object.fromEntries(Array.from(files, ({ path, text }) => [path, text]))
}

/** In pieces of odd lengths, so that no reader can count on having a whole line or letter. */
function* chunksOf(text: string | Uint8Array): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const step = bytes.length < 5000 ? 7 : 4093
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}
