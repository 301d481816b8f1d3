import { serveAssistant } from '../mcp/serve-assistant.ts'
import { findFolder } from './open-folder.ts'
import { sayMistake } from './output.ts'
import { servedFolder } from './served-folder.ts'
import { inlineAsUsual } from './tune-v8.ts'

interface Options {
  readonly data?: string
}

/** Serves until the assistant closes the connection. */
export async function mcp(_words: readonly string[], { data }: Options): Promise<void> {
  const folder = findFolder(data)
  inlineAsUsual()
  await serveAssistant(servedFolder(folder), sayMistake)
}
