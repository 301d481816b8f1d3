import { fileURLToPath, pathToFileURL } from 'node:url'
import type { TextDocumentsConfiguration } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

/** The documents that the editor has open, by the path of their file. Those that are no files are not among them. */
export interface OpenDocuments {
  /** With each text that is opened or changed. Gives the path; nothing where the document is no file. */
  readonly put: (document: TextDocument) => string | undefined
  readonly remove: (uri: string) => string | undefined
  readonly at: (path: string) => TextDocument | undefined
  readonly all: () => Iterable<readonly [path: string, document: TextDocument]>
  /** The address of a file as the editor has written it, or as it would be written. */
  readonly uriOf: (path: string) => string
}

export function openDocuments(): OpenDocuments {
  // Editors write one address in several ways, and know what they are told only by their own. The same file may be
  // open under two of them: what was typed last counts.
  const documents = new Map<string, readonly TextDocument[]>()
  const uris = new Map<string, string>()
  const others = (path: string, uri: string) =>
    (documents.get(path) ?? []).filter((document) => document.uri !== uri)
  const at = (path: string) => documents.get(path)?.at(-1)
  return {
    put: (document) => {
      const path = pathOf(document.uri)
      if (path === undefined) return undefined
      documents.set(path, [...others(path, document.uri), document])
      uris.set(path, document.uri)
      return path
    },
    remove: (uri) => {
      const path = pathOf(uri)
      if (path === undefined) return undefined
      const left = others(path, uri)
      if (left.length === 0) documents.delete(path)
      else documents.set(path, left)
      return path
    },
    at,
    all: function* () {
      for (const [path, same] of documents)
        for (const document of same.slice(-1)) yield [path, document]
    },
    uriOf: (path) => at(path)?.uri ?? uris.get(path) ?? pathToFileURL(path).href,
  }
}

/** As the protocol's package has them. What is no text, as no editor should send it, is no document. */
export const textDocuments: TextDocumentsConfiguration<TextDocument> = {
  create: (uri, languageId, version, content: unknown) => {
    if (typeof content !== 'string') throw new TypeError(`There is no text of "${uri}".`)
    return TextDocument.create(uri, languageId, version, content)
  },
  update: TextDocument.update,
}

/** Nothing for what is no file of this machine: a text that was never saved, an address that makes no sense. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}
