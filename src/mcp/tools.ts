import type { Tool } from './tool.ts'
import { check } from './tools/check.ts'
import { common } from './tools/common.ts'
import { explain } from './tools/explain.ts'
import { find } from './tools/find.ts'
import { neighbours } from './tools/neighbours.ts'
import { ontology } from './tools/ontology.ts'
import { path } from './tools/path.ts'
import { show } from './tools/show.ts'
import { sources } from './tools/sources.ts'
import { stats } from './tools/stats.ts'
import { timeline } from './tools/timeline.ts'

/** The one list of what an assistant may ask: the protocol, the docs and the tests read it. */
export const tools: readonly Tool[] = [
  find,
  show,
  neighbours,
  path,
  common,
  timeline,
  stats,
  sources,
  ontology,
  check,
  explain,
]
