import type { Location, Range } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SourceFile } from '../documents/document.ts'
import type { Sources } from '../documents/read-sources.ts'
import type { Span } from '../text/span.ts'

/** Where things stand in the files of a base, in the words of the protocol. */
export interface Places {
  readonly range: (span: Span) => Range
  /** Of a problem: as far as its line goes, and never of no width where there is something to mark. */
  readonly mark: (span: Span) => Range
  readonly location: (span: Span) => Location
}

export function placesIn({ files }: Sources, uriOf: (path: string) => string): Places {
  let byPath: ReadonlyMap<string, SourceFile> | undefined
  const documentOf = (path: string) => {
    byPath ??= new Map(files.map((file) => [file.path, file]))
    const file = byPath.get(path)
    return file ? documentFor(file) : asDocument('')
  }
  const range = ({ file, start, end }: Span): Range => {
    const document = documentOf(file)
    return { start: document.positionAt(start), end: document.positionAt(end) }
  }
  const mark = (span: Span): Range => {
    const document = documentOf(span.file)
    const { start, end } = range({ ...span, end: Math.max(span.end, span.start + 1) })
    if (end.line === start.line) return { start, end }
    // What is behind the end of a line is brought back to it.
    const lineEnd = document.positionAt(document.offsetAt({ line: start.line, character: 2 ** 30 }))
    return { start, end: lineEnd }
  }
  return { range, mark, location: (span) => ({ uri: uriOf(span.file), range: range(span) }) }
}

/** A file is the same as long as its text is, so it is asked for where its lines begin once. */
const documents = new WeakMap<SourceFile, TextDocument>()

function documentFor(file: SourceFile): TextDocument {
  const known = documents.get(file) ?? asDocument(file.text)
  documents.set(file, known)
  return known
}

export function asDocument(text: string): TextDocument {
  return TextDocument.create('', 'yaml', 0, text)
}
