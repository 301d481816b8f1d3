import type { TextEdit } from 'vscode-languageserver/node'
import type { SourceFile } from '../documents/document.ts'
import { formatDocument } from '../edits/format-document.ts'
import { textEdits } from './workspace-edit.ts'

/** The edits of `dossier format`; none where the file is broken. The line ends stay, which are the editor's matter. */
export function formatEdits(file: SourceFile): TextEdit[] {
  const formatted = formatDocument(file)
  if (formatted.kind !== 'formatted') return []
  const isWindows = file.text.includes('\r\n')
  const text = isWindows ? formatted.text.replaceAll('\n', '\r\n') : formatted.text
  return textEdits(file.text, text)
}
