import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Completion {
  readonly label: string
  readonly documentation?: string | { readonly value: string }
  readonly textEdit: { readonly newText: string }
}

export interface Editor {
  /**
   * What the server offers, says on hovering and finds wrong in a file of this text. A `|` in the text is where the
   * cursor stands.
   */
  readonly complete: (path: string, text: string) => Promise<readonly Completion[]>
  readonly hover: (path: string, text: string) => Promise<string>
  readonly problems: (path: string, text: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: never
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

const server = resolve('node_modules/yaml-language-server/bin/yaml-language-server')

/** The YAML language server as an editor starts it in a folder, with the settings of that editor. */
export async function openEditor(
  folder: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<Editor> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const rootUri = pathToFileURL(folder).href
  const waiting = new Map<number, (message: Message) => void>()
  const published = new Map<string, (problems: readonly string[]) => void>()
  let setConfigured = () => {}
  const configured = new Promise<void>((done) => {
    setConfigured = done
  })
  let count = 0

  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const ask = (method: string, params: object) =>
    new Promise<unknown>((done, fail) => {
      count += 1
      waiting.set(count, ({ result, error }) =>
        error ? fail(new Error(error.message)) : done(result),
      )
      send({ id: count, method, params })
    })
  const receive = (message: Message) => {
    const { id, method } = message
    if (method === undefined) waiting.get(id ?? 0)?.(message)
    else if (method === 'workspace/configuration') {
      const { items } = message.params as unknown as { items: { section: string }[] }
      send({ id, result: items.map(({ section }) => sectionOf(settings, section)) })
      setConfigured()
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as unknown as Published
      published.get(uri)?.(
        inOrder(diagnostics).map((one) => `${one.range.start.line + 1}: ${one.message}`),
      )
    } else if (id !== undefined) send({ id, result: null })
  }
  child.stdout.on('data', framed(receive))

  let version = 0
  const open = (path: string, text: string) => {
    const uri = pathToFileURL(join(folder, path)).href
    version += 1
    const cursor = text.indexOf('|')
    const clean = text.replace('|', '')
    const lines = text.slice(0, Math.max(cursor, 0)).split('\n')
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version, text: clean } },
    })
    return {
      textDocument: { uri },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    }
  }
  const within = async <T>(path: string, text: string, use: (at: At) => Promise<T>) => {
    const at = open(path, text)
    const answer = await use(at)
    // The server clears the problems of a file that is closed; what it tells next is of the next text.
    const cleared = new Promise<unknown>((done) => published.set(at.textDocument.uri, done))
    send({ method: 'textDocument/didClose', params: { textDocument: at.textDocument } })
    await cleared
    return answer
  }

  await ask('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'base' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  })
  send({ method: 'initialized', params: {} })
  await configured

  return {
    complete: (path, text) =>
      within(path, text, async (at) => {
        const list = (await ask('textDocument/completion', at)) as { items: Completion[] }
        return list.items
      }),
    hover: (path, text) =>
      within(path, text, async (at) => {
        const told = (await ask('textDocument/hover', at)) as { contents: { value: string } } | null
        return told?.contents.value ?? ''
      }),
    problems: async (path, text) => {
      const uri = pathToFileURL(join(folder, path)).href
      const told = new Promise<readonly string[]>((done) => published.set(uri, done))
      return within(path, text, () => told)
    },
    close: async () => {
      const ended = new Promise<void>((done) => child.once('exit', () => done()))
      child.kill('SIGKILL')
      await ended
    },
  }
}

interface At {
  readonly textDocument: { readonly uri: string }
  readonly position: { readonly line: number; readonly character: number }
}

interface Published {
  readonly uri: string
  readonly diagnostics: readonly {
    readonly message: string
    readonly range: { readonly start: { readonly line: number; readonly character: number } }
  }[]
}

function inOrder(diagnostics: Published['diagnostics']): Published['diagnostics'] {
  const start = (one: Published['diagnostics'][number]) => one.range.start
  return diagnostics.toSorted(
    (a, b) => start(a).line - start(b).line || start(a).character - start(b).character,
  )
}

/** `yaml` of settings that are written as in an editor: `{ "yaml.schemas": … }`. */
function sectionOf(settings: Readonly<Record<string, unknown>>, section: string): object {
  const prefix = `${section}.`
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(settings)) {
    if (!key.startsWith(prefix)) continue
    const [name = '', inner] = key.slice(prefix.length).split('.')
    result[name] = inner === undefined ? value : { [inner]: value }
  }
  return result
}

/** Cuts a stream into the messages that stand in it, each under a header with its length. */
export function framed(receive: (message: Message) => void): (data: Buffer) => void {
  let buffer = Buffer.alloc(0)
  return (data) => {
    buffer = Buffer.concat([buffer, data])
    for (;;) {
      const header = buffer.indexOf('\r\n\r\n')
      if (header < 0) return
      const length = Number(
        /Content-Length: (\d+)/.exec(buffer.subarray(0, header).toString())?.[1],
      )
      const end = header + 4 + length
      if (buffer.length < end) return
      const body = buffer.subarray(header + 4, end).toString()
      buffer = buffer.subarray(end)
      receive(JSON.parse(body))
    }
  }
}
