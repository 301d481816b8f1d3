import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { countHalves } from '../../text/half-characters.ts'
import { countEvents, countLosses, countName } from '../count-losses.ts'
import type { ExportOptions, Loss } from '../export-format.ts'
import { csvTableNames, csvTables, tableNamed } from './csv-tables.ts'

/** What all tables together say less than the graph or, where one is named, what that one does. */
export function csvLosses(graph: KnowledgeGraph, { table }: ExportOptions = {}): Loss[] {
  const { report, losses } = countLosses({
    'rows-left-out': 'rows stand in the other tables',
    'name-left-out': 'name of the base left out',
    'events-left-out': 'ties of a projection became ties without their event',
    'replaced-characters': 'halves of characters became U+FFFD',
  })
  const written = table === undefined ? undefined : tableNamed(table)
  for (const name of csvTableNames) {
    for (const [key = '', ...cells] of csvTables[name](graph).rows) {
      if (written !== undefined && name !== written) report('rows-left-out', 1, String(key))
      else report('replaced-characters', countHalves([key, ...cells].join('\n')), String(key))
    }
  }
  countName(graph, report)
  countEvents(graph, report)
  return losses()
}
