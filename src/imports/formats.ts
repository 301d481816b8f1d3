import { csv } from './csv/csv.ts'
import { ftm } from './ftm/ftm.ts'
import { gexf } from './gexf/gexf.ts'
import type { ImportFormat } from './import-format.ts'
import { json } from './json/json.ts'
import { stix } from './stix/stix.ts'

/** The one table of what can be imported: the command line, the docs and the tests read it. */
export const importFormats = {
  gexf,
  json,
  csv,
  stix,
  ftm,
} as const satisfies Record<string, ImportFormat>
