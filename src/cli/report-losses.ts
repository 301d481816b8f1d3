import type { ExportFormat, ExportOptions } from '../exports/export-format.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { escapeForJson } from '../text/escape-for-terminal.ts'
import { indented, say } from './output.ts'

/** How `--report` is told: for people, or as one line of JSON, the last on stderr. */
export type ReportStyle = 'text' | 'json'

export function reportLosses(
  style: ReportStyle,
  name: string,
  format: ExportFormat,
  graph: KnowledgeGraph,
  options: ExportOptions,
): void {
  if (style === 'text') sayLosses(name, format, graph, options)
  else printLosses(name, format, graph, options)
}

function sayLosses(
  name: string,
  format: ExportFormat,
  graph: KnowledgeGraph,
  options: ExportOptions,
): void {
  const losses = format.losses(graph, options)
  if (format.cannotHold.length === 0 && losses.length === 0) {
    say(`${name} holds all of it: nothing was left out.`)
    return
  }
  say(`What ${name} cannot hold of any graph:`)
  for (const sentence of format.cannotHold) say(indented(sentence))
  say(losses.length === 0 ? 'Of what can be counted, this graph lost nothing.' : 'Of this graph:')
  for (const { count, what, example } of losses) {
    say(indented(`${what}: ${count} (for example ${example})`))
  }
}

function printLosses(
  format: string,
  { losses, cannotHold }: ExportFormat,
  graph: KnowledgeGraph,
  options: ExportOptions,
): void {
  const counted = losses(graph, options).map(({ kind, count, what, example }) => ({
    kind,
    count,
    what,
    example,
  }))
  const lost = counted.reduce((sum, { count }) => sum + count, 0)
  const report = { version: 1, format, lost, losses: counted, cannotHold }
  process.stderr.write(`${escapeForJson(JSON.stringify(report))}\n`)
}
