import type { ExportFormat, ExportOptions } from '../exports/export-format.ts'
import { formats } from '../exports/formats.ts'
import { filterGraph } from '../graph/filter-graph.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layoutGraph } from '../graph/layout-graph.ts'
import { type PartOptions, readPart } from '../queries/read-filter.ts'
import { nearest } from '../text/nearest.ts'
import { openGraph } from './open-folder.ts'
import { counted, indented, say, stream } from './output.ts'
import { writeFile } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

interface Options extends PartOptions, ExportOptions {
  readonly data?: string
  readonly output: string
  readonly report?: boolean
}

export async function exportGraph([name = '']: readonly string[], options: Options): Promise<void> {
  const format = formatNamed(name)
  const unused = (['static', 'lossless'] as const).find((o) => options[o] && !(o in format.options))
  if (unused) throw new WrongUse(`"--${unused}" means nothing for ${name}.`)
  const { graph } = await openGraph(options.data)
  // The whole graph is laid out before a part is taken, so that entities stay where people know them.
  layoutGraph(graph)
  const part = filterGraph(graph, readPart(graph, options))
  if (options.output === '-') await stream(format.write(part, options))
  else await writeFile(options.output, format.write(part, options))
  if (options.output !== '-') sayWritten(part, options.output)
  if (options.report) sayLosses(format, name, part, options)
}

function formatNamed(name: string): ExportFormat {
  const table: Readonly<Record<string, ExportFormat>> = formats
  const format = Object.hasOwn(table, name) ? table[name] : undefined
  if (format) return format
  const names = Object.keys(formats)
  const meant = nearest(name, names)
  throw new WrongUse(
    `There is no format "${name}". ${meant ? `Did you mean "${meant}"?` : `There are ${names.join(' and ')}.`}`,
  )
}

function sayWritten(graph: KnowledgeGraph, path: string): void {
  const nodes = counted(graph.order, 'entity', 'entities')
  say(`Wrote ${nodes} and ${counted(graph.size, 'relation')} to ${path}.`)
}

function sayLosses(
  format: ExportFormat,
  name: string,
  graph: KnowledgeGraph,
  options: Options,
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
    say(indented(`${count} ${what} (for example ${example})`))
  }
}
