import {
  createConnection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  type TextDocumentSyncOptions,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver/node'
import { version } from '../graph/generator.ts'
import { type Machine, openBases } from './bases.ts'
import { openDocuments, pathOf, textDocuments } from './open-documents.ts'
import { problemTeller } from './problem-teller.ts'
import { featuresFor, serveFeatures } from './serve-features.ts'
import { takeTurns } from './turns.ts'

/** Serves one editor on stdin and stdout. The protocol ends the process; the promise stays open. */
export async function serveEditor(machine: Machine): Promise<void> {
  const turns = takeTurns()
  const connection = createConnection(process.stdin, process.stdout, {
    messageStrategy: turns.strategy,
  })
  const texts = new TextDocuments(textDocuments)
  const documents = openDocuments()
  let client: InitializeParams | undefined

  const capabilities = () => client?.capabilities ?? {}
  const problems = problemTeller(connection, documents, capabilities)
  const bases = openBases(machine, documents, {
    onChecked: (folder, view) => problems.tell(folder, view, bases.openIn(folder)),
    onClosed: problems.forget,
    onFailure: (words) => connection.window.showErrorMessage(words),
  })

  connection.onInitialize((params): InitializeResult => {
    client = params
    turns.begin()
    return {
      serverInfo: { name: 'dossier', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: synchronization,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: { filters: [yamlFiles] } },
        },
        ...featuresFor(params.capabilities),
      },
    }
  })
  connection.onInitialized(async () => {
    if (capabilities().workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        bases.exchange(pathsOf(added), pathsOf(removed)),
      )
    }
    await bases.openNamed()
    await bases.exchange(foldersOf(client), [])
  })
  texts.onDidChangeContent(async ({ document }) => {
    const file = documents.put(document)
    const place = file === undefined ? undefined : await bases.placeOf(file)
    place?.base.changed()
  })
  const onDisk = async (file: string | undefined) => {
    const place = file === undefined ? undefined : await bases.placeOf(file)
    place?.base.refresh(place.path)
    return place
  }
  texts.onDidSave(({ document }) => onDisk(pathOf(document.uri)))
  texts.onDidClose(async ({ document }) => {
    const place = await onDisk(documents.remove(document.uri))
    place?.base.changed()
  })
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri } of changes) await onDisk(pathOf(uri))
  })
  turns.serve(connection)
  serveFeatures(connection, bases, documents, machine, capabilities)
  texts.listen(connection)
  connection.listen()
  await new Promise(() => {})
}

const yamlFiles = {
  scheme: 'file',
  pattern: { glob: '**/*.yaml', matches: 'file' },
} as const

const synchronization: TextDocumentSyncOptions = {
  openClose: true,
  change: TextDocumentSyncKind.Incremental,
  save: { includeText: false },
}

function foldersOf(client: InitializeParams | undefined): readonly string[] {
  const root = client?.rootUri
  return pathsOf(client?.workspaceFolders ?? (root ? [{ uri: root }] : []))
}

/** What is no list of folders, as no editor should send it, names none. */
function pathsOf(folders: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(folders) ? folders : []
  return all.flatMap((folder) => pathOf((folder as WorkspaceFolder | null)?.uri ?? '') ?? [])
}
