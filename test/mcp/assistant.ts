import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { onTestFinished } from 'vitest'

const main = resolve('dist/bin/dossier.js')

interface Told {
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: the answers of all tools differ, and a test says what it expects.
  readonly json: any
  readonly isError: boolean
}

export interface Assistant {
  readonly client: Client
  readonly ask: (tool: string, args?: Record<string, unknown>) => Promise<Told>
}

/** The official client, connected to the built command as an assistant would be. */
export async function assistant(folder: string, words: readonly string[] = []): Promise<Assistant> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [main, 'mcp', ...words],
    cwd: folder,
    stderr: 'ignore',
  })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  onTestFinished(() => client.close())
  return {
    client,
    ask: async (name, args = {}) => {
      const result = await client.callTool({ name, arguments: args })
      const [first] = result.content
      return {
        text: first?.type === 'text' ? first.text : '',
        json: result.structuredContent,
        isError: result.isError === true,
      }
    },
  }
}
