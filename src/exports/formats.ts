import { csv } from './csv/csv.ts'
import type { ExportFormat } from './export-format.ts'
import { gexf } from './gexf/gexf.ts'
import { graphml } from './graphml/graphml.ts'
import { json } from './json.ts'
import { markdown } from './markdown/markdown.ts'
import { svg } from './svg/svg.ts'

/** The one table of formats: the command line, the server, the docs and the tests read it. */
export const formats = {
  json,
  gexf,
  graphml,
  csv,
  markdown,
  svg,
} as const satisfies Record<string, ExportFormat>
