import { spawn } from 'node:child_process'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import type { InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver/node'
import { framed, type Message } from '../schema/language-server.ts'

export interface StartOptions {
  /** Whether the folder is opened as the workspace, as most editors do. */
  readonly workspace?: boolean
  readonly words?: readonly string[]
  /** The command, when it is not the one that was built here. */
  readonly program?: string
  readonly capabilities?: object
  /** Whether the editor has introduced itself before it is given. */
  readonly introduced?: boolean
}

export type Editor = Awaited<ReturnType<typeof startEditor>>

/** An editor that speaks to the built server as the protocol says, in the folder of a base. */
export async function startEditor(
  folder: string,
  {
    workspace = true,
    words = [],
    program = resolve('dist/bin/dossier.js'),
    capabilities = everything,
    introduced = true,
  }: StartOptions = {},
) {
  const child = spawn(process.execPath, [program, 'lsp', ...words], { cwd: folder })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  const waiting = new Map<number, (message: Message) => void>()
  const published = new Map<string, PublishDiagnosticsParams>()
  const messages: Message[] = []
  const wakened = new Set<() => void>()
  let count = 0

  const write = (bytes: string) => void child.stdin.write(bytes)
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const tell = (method: string, params: object = {}) => send({ method, params })
  const ask = <T>(method: string, params?: object) =>
    new Promise<T>((done, fail) => {
      count += 1
      waiting.set(count, ({ result, error }) =>
        error ? fail(new Error(error.message)) : done(result as T),
      )
      send({ id: count, method, params })
    })
  child.stdout.on(
    'data',
    framed((message: Message) => {
      messages.push(message)
      if (message.method === undefined) waiting.get(message.id ?? 0)?.(message)
      else if (message.method === 'textDocument/publishDiagnostics') {
        const params = message.params as unknown as PublishDiagnosticsParams
        published.set(params.uri, params)
      } else if (message.id !== undefined) send({ id: message.id, result: null })
      for (const wake of wakened) wake()
    }),
  )
  const rootUri = pathToFileURL(folder).href
  const uriOf = (path: string) => pathToFileURL(join(folder, 'graph-data', path)).href
  const textDocument = (path: string) => ({ textDocument: { uri: uriOf(path) } })
  const versions = new Map<string, number>()
  const nextVersion = (path: string) => {
    const version = (versions.get(path) ?? 0) + 1
    versions.set(path, version)
    return version
  }

  const editor = {
    child,
    ended,
    messages,
    write,
    tell,
    ask,
    uriOf,
    /** The path in the data folder. */
    pathOf: (uri: string) => relative(join(folder, 'graph-data'), fileURLToPath(uri)),
    open: (path: string, text: string) => {
      const version = nextVersion(path)
      const document = { uri: uriOf(path), languageId: 'yaml', version, text }
      tell('textDocument/didOpen', { textDocument: document })
    },
    change: (path: string, contentChanges: readonly object[]) => {
      const document = { uri: uriOf(path), version: nextVersion(path) }
      tell('textDocument/didChange', { textDocument: document, contentChanges })
    },
    save: (path: string) => tell('textDocument/didSave', textDocument(path)),
    close: (path: string) => tell('textDocument/didClose', textDocument(path)),
    /** The version that was sent last of a document. */
    version: (path: string) => versions.get(path),
    /** What was published last of a file; nothing where nothing ever was. */
    told: (path: string) => published.get(uriOf(path)),
    problems: (path: string) => published.get(uriOf(path))?.diagnostics ?? [],
    /** All files with problems, by address. */
    all: () => new Map([...published].filter(([, { diagnostics }]) => diagnostics.length > 0)),
    /** Waits until something holds of what was told; fails after a while. */
    until: (holds: () => boolean, what: string) =>
      new Promise<void>((done, fail) => {
        const timer = setTimeout(() => {
          wakened.delete(look)
          fail(new Error(`It never came to this: ${what}`))
        }, 20_000)
        const look = () => {
          if (!holds()) return
          clearTimeout(timer)
          wakened.delete(look)
          done()
        }
        wakened.add(look)
        look()
      }),
    /** Asks about a place in a file: where this stands in the text, at its first letter. */
    askAt: <T>(method: string, path: string, position: object, more: object = {}) =>
      ask<T>(method, { ...textDocument(path), position, ...more }),
    introduce: async () => {
      const result = await ask<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: workspace ? rootUri : null,
        ...(workspace && { workspaceFolders: [{ uri: rootUri, name: 'base' }] }),
        capabilities,
      })
      tell('initialized')
      return result
    },
    shutDown: async () => {
      await ask('shutdown')
      tell('exit')
      return await ended
    },
  }
  if (introduced) await editor.introduce()
  return editor
}

/** What the best editors can do. */
const everything = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    workspaceFolders: true,
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    completion: { completionItem: { documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
}
