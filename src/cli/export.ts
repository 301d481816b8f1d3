import type { ExportFormat, ExportOptions } from '../exports/export-format.ts'
import { formats } from '../exports/formats.ts'
import { isBaseIri } from '../exports/rdf/base-iri.ts'
import { filterGraph } from '../graph/filter-graph.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layoutGraph } from '../graph/layout-graph.ts'
import { entityId, type PartOptions, readPart } from '../queries/read-filter.ts'
import { formatNamed } from './format-named.ts'
import { openGraph } from './open-folder.ts'
import { counted, say, stream } from './output.ts'
import { type ReportStyle, reportLosses } from './report-losses.ts'
import { writeFile } from './write-file.ts'
import { writeTables } from './write-tables.ts'
import { WrongUse } from './wrong-use.ts'

interface Options extends PartOptions, ExportOptions {
  readonly data?: string
  readonly output: string
  readonly report?: true | ReportStyle
}

export async function exportGraph([name = '']: readonly string[], options: Options): Promise<void> {
  const format = formatNamed<ExportFormat>(formats, name)
  checkOptions(name, format, options)
  const { graph } = await openGraph(options.data)
  // The whole graph is laid out before a part is taken, so that entities stay where people know them.
  if (format.hasPositions) layoutGraph(graph)
  const part = filterGraph(graph, readPart(graph, options))
  const told = withEntity(graph, part, options)
  await write(format, part, told)
  const { output, report } = options
  if (output !== '-' && report !== 'json') sayWritten(part, told)
  if (report) reportLosses(report === true ? 'text' : report, name, format, part, told)
}

/** The options with the id of the entity that `--about` names. */
function withEntity(graph: KnowledgeGraph, part: KnowledgeGraph, options: Options): Options {
  if (options.about === undefined) return options
  const about = entityId(graph, options.about)
  if (part.hasNode(about)) return { ...options, about }
  throw new WrongUse(`The filters leave "${about}" out. Loosen them, or tell of another entity.`)
}

const ownOptions = [
  'static',
  'lossless',
  'raw',
  'table',
  'about',
  'base',
] as const satisfies (keyof ExportOptions)[]

function checkOptions(name: string, format: ExportFormat, options: Options): void {
  const unused = ownOptions.find((option) => options[option] && !(option in format.options))
  if (unused) throw new WrongUse(`"--${unused}" means nothing for ${name}.`)
  if (options.base !== undefined && !isBaseIri(options.base)) {
    throw new WrongUse(
      '"--base" takes an IRI that ends in "/", "#" or ":", such as https://example.org/graph/.',
    )
  }
  const { tables } = format
  if (tables === undefined) return
  const { table, output } = options
  if (table !== undefined && !tables.includes(table)) {
    throw new WrongUse(`There is no table "${table}" in ${name}. Choose from ${tables.join(', ')}.`)
  }
  if (table === undefined && (output === '-' || output.endsWith(`.${format.extension}`))) {
    throw new WrongUse(
      `${name} is several tables: ${tables.join(', ')}. Name a folder for them, as in "-o tables/", or one of them, as in "--table ${tables[0]}".`,
    )
  }
}

async function write(format: ExportFormat, graph: KnowledgeGraph, options: Options): Promise<void> {
  const { output, table } = options
  if (format.tables !== undefined && table === undefined) {
    const files = format.tables.map(
      (name) =>
        [`${name}.${format.extension}`, format.write(graph, { ...options, table: name })] as const,
    )
    await writeTables(output, files)
  } else if (output === '-') await stream(format.write(graph, options))
  else await writeFile(output, format.write(graph, options))
}

function sayWritten(graph: KnowledgeGraph, { output, about }: Options): void {
  const entities = about === undefined ? graph.order : 1
  const relations = about === undefined ? graph.size : graph.edges(about).length
  const nodes = counted(entities, 'entity', 'entities')
  say(`Wrote ${nodes} and ${counted(relations, 'relation')} to ${output}.`)
}
