import type { ExportFormat } from './export-format.ts'
import { gexf } from './gexf/gexf.ts'
import { json } from './json.ts'

/** The one table of formats: the command line, the server, the docs and the tests read it. */
export const formats = {
  json,
  gexf,
} as const satisfies Record<string, ExportFormat>
