import { fileURLToPath, pathToFileURL } from 'node:url'
import type { TextDocument } from 'vscode-languageserver-textdocument'

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
  const documents = new Map<string, TextDocument>()
  // Editors write one address in several ways, and know what they are told only by their own.
  const uris = new Map<string, string>()
  return {
    put: (document) => {
      const path = pathOf(document.uri)
      if (path === undefined) return undefined
      documents.set(path, document)
      uris.set(path, document.uri)
      return path
    },
    remove: (uri) => {
      const path = pathOf(uri)
      if (path !== undefined) documents.delete(path)
      return path
    },
    at: (path) => documents.get(path),
    all: () => documents,
    uriOf: (path) => uris.get(path) ?? pathToFileURL(path).href,
  }
}

/** Nothing for what is no file of this machine: a text that was never saved, an address that makes no sense. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}
