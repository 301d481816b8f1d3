import { serveAssistant } from '../mcp/serve-assistant.ts'
import { openBaseOn } from './asked-base.ts'
import { findFolder } from './open-folder.ts'
import { sayMistake } from './output.ts'
import { sayWhoSpeaks } from './say-who-speaks.ts'
import { servedEngine } from './served-engine.ts'
import { servedFolder } from './served-folder.ts'

interface Options {
  readonly data?: string
  /** The address of a server that has the base. */
  readonly on?: string
}

/** Serves until the assistant closes the connection. */
export async function mcp(_words: readonly string[], { data, on }: Options): Promise<void> {
  sayWhoSpeaks('an assistant', 'docs/assistants.md')
  if (on === undefined) return serveAssistant(servedFolder(findFolder(data)), sayMistake)
  const base = await openBaseOn(on, data)
  try {
    await serveAssistant(servedEngine(base), sayMistake)
  } finally {
    await base.close()
  }
}
