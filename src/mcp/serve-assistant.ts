import { ResourceNotFoundError, Server } from '@modelcontextprotocol/server'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { version } from '../graph/generator.ts'
import { answerCall, type CallResult } from './answer-call.ts'
import type { ServedBase } from './asked-base.ts'
import { instructions } from './instructions.ts'
import { callFor, mostCompletions, resourceFamilies, resources } from './resources.ts'
import type { Tool } from './tool.ts'
import { inputSchema, outputSchema } from './tool-schemas.ts'
import { tools } from './tools.ts'

type OnMistake = (error: unknown) => void

/** Answers an assistant on stdin and stdout until it goes away. */
export function serveAssistant(base: ServedBase, onMistake: OnMistake): Promise<void> {
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

function serverOf(base: ServedBase, onMistake: OnMistake): Server {
  const server = new Server(
    { name: 'dossier', title: 'Dossier', version },
    { capabilities: { tools: {}, resources: {}, completions: {} }, instructions },
  )
  const call = (name: string, args: unknown, signal: AbortSignal): Promise<CallResult> =>
    answerCall(base, name, args, signal).catch((error: unknown) => {
      if (!signal.aborted) onMistake(error)
      throw error
    })
  server.setRequestHandler('tools/list', () => {
    // Who looks at the tools asks soon. Should the base not open, the first question tells why.
    base.use(async () => undefined).catch(() => undefined)
    return { tools: tools.map(describeTool) }
  })
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq: { signal } }) => {
    const { texts, json, isError } = await call(params.name, params.arguments, signal)
    return {
      content: texts.map((text) => ({ type: 'text', text })),
      ...(json && { structuredContent: json }),
      ...(isError && { isError }),
    }
  })
  addResources(server, base, call)
  return server
}

function addResources(
  server: Server,
  base: ServedBase,
  call: (name: string, args: unknown, signal: AbortSignal) => Promise<CallResult>,
): void {
  const mimeType = 'text/plain'
  server.setRequestHandler('resources/list', () => ({
    resources: resources.map(({ tool: _tool, ...told }) => ({ ...told, mimeType })),
  }))
  server.setRequestHandler('resources/templates/list', () => ({
    resourceTemplates: resourceFamilies.map(({ uriTemplate, name, title, description }) => ({
      ...{ uriTemplate, name, title, description, mimeType },
    })),
  }))
  server.setRequestHandler('resources/read', async ({ params: { uri } }, { mcpReq }) => {
    const asked = callFor(uri)
    if (asked === undefined) throw new ResourceNotFoundError(uri)
    const { texts, isError } = await call(asked.tool, asked.args, mcpReq.signal)
    const text = texts.join('\n\n')
    if (isError) throw new ResourceNotFoundError(uri, text)
    return { contents: [{ uri, mimeType, text }] }
  })
  server.setRequestHandler('completion/complete', async ({ params }, { mcpReq }) => {
    const { ref, argument } = params
    const family = resourceFamilies.find(
      ({ uriTemplate }) => 'uri' in ref && ref.uri === uriTemplate,
    )
    const ids = family
      ? await base.use((asked) => family.complete(asked, argument.value), mcpReq.signal)
      : []
    const values = ids.slice(0, mostCompletions)
    return { completion: { values, hasMore: values.length < ids.length } }
  })
}

function describeTool(tool: Tool) {
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
