import { resolve } from 'node:path'
import { Client, type VersionNegotiationMode } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { onTestFinished } from 'vitest'

export const builtCommand = resolve('dist/bin/dossier.js')

interface Told {
  /** All texts of the answer; the first one has what the base says. */
  readonly text: string
  readonly texts: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: the answers of all tools differ, and a test says what it expects.
  readonly json: any
  readonly isError: boolean
}

export interface Assistant {
  readonly client: Client
  readonly ask: (tool: string, args?: Readonly<Record<string, unknown>>) => Promise<Told>
}

/** The official client, connected to the built command as an assistant would be. */
export async function connect(
  folder: string,
  mode: VersionNegotiationMode = 'legacy',
): Promise<Assistant> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [builtCommand, 'mcp'],
    cwd: folder,
    stderr: 'inherit',
  })
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(transport)
  return {
    client,
    ask: async (name, args = {}) => {
      const result = await client.callTool({ name, arguments: args })
      const texts = result.content.map((part) => (part.type === 'text' ? part.text : ''))
      const { structuredContent: json, isError = false } = result
      return { text: texts.join('\n\n'), texts, json, isError }
    },
  }
}

/** The same until the end of a test. */
export async function connected(folder: string): Promise<Assistant> {
  const assistant = await connect(folder)
  onTestFinished(() => assistant.client.close())
  return assistant
}
