import { csv } from './csv/csv.ts'
import { cypher } from './cypher/cypher.ts'
import { dot } from './dot/dot.ts'
import type { ExportFormat } from './export-format.ts'
import { ftm } from './ftm/ftm.ts'
import { gexf } from './gexf/gexf.ts'
import { graphml } from './graphml/graphml.ts'
import { json } from './json.ts'
import { markdown } from './markdown/markdown.ts'
import { mermaid } from './mermaid/mermaid.ts'
import { jsonld } from './rdf/json-ld.ts'
import { trig } from './rdf/trig.ts'
import { turtle } from './rdf/turtle.ts'
import { stix } from './stix/stix.ts'
import { svg } from './svg/svg.ts'

/** The one table of formats: the command line, the server, the docs and the tests read it. */
export const formats = {
  json,
  gexf,
  graphml,
  csv,
  markdown,
  svg,
  dot,
  mermaid,
  cypher,
  stix,
  ftm,
  turtle,
  trig,
  jsonld,
} as const satisfies Record<string, ExportFormat>
