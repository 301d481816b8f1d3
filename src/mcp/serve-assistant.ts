import { Server } from '@modelcontextprotocol/server'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { version } from '../graph/generator.ts'
import { answerCall } from './answer-call.ts'
import type { ServedBase } from './asked-base.ts'
import { instructions } from './instructions.ts'
import { inputSchema, outputSchema } from './tool-schemas.ts'
import { tools } from './tools.ts'

/** Answers an assistant on stdin and stdout until it goes away. */
export function serveAssistant(
  base: ServedBase,
  onMistake: (error: unknown) => void,
): Promise<void> {
  const wire = new StdioServerTransport()
  serveStdio(() => serverOf(base, onMistake), { transport: wire })
  return new Promise((resolve) => {
    const closed = wire.onclose
    wire.onclose = () => {
      closed?.()
      resolve()
    }
  })
}

function serverOf(base: ServedBase, onMistake: (error: unknown) => void): Server {
  const server = new Server(
    { name: 'dossier', title: 'Dossier', version },
    { capabilities: { tools: {} }, instructions },
  )
  server.setRequestHandler('tools/list', () => ({ tools: tools.map(describeTool) }))
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq: { signal } }) => {
    const { text, json, isError } = await answerCall(
      base,
      params.name,
      params.arguments,
      signal,
    ).catch((error: unknown) => {
      if (!signal.aborted) onMistake(error)
      throw error
    })
    return {
      content: [{ type: 'text', text }],
      ...(json && { structuredContent: json }),
      ...(isError && { isError }),
    }
  })
  return server
}

function describeTool(tool: (typeof tools)[number]) {
  const { name, title, description } = tool
  return {
    ...{ name, title, description },
    inputSchema: inputSchema(tool),
    outputSchema: outputSchema(tool),
    annotations: {
      title,
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  }
}
