import type { Tool } from './tool.ts'
import { find } from './tools/find.ts'
import { neighbours } from './tools/neighbours.ts'
import { path } from './tools/path.ts'
import { show } from './tools/show.ts'

/** The one list of what an assistant may ask: the protocol, the docs and the tests read it. */
export const tools: readonly Tool[] = [find, show, neighbours, path]
