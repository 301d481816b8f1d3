import { filterGraph } from '../graph/filter-graph.ts'
import { type PartOptions, readPart } from '../queries/read-filter.ts'
import {
  type Count,
  type SourceCoverage,
  type Statistics,
  statistics,
} from '../queries/statistics.ts'
import { openGraph } from './open-folder.ts'
import { counted, print, printJson } from './output.ts'

interface Options extends PartOptions {
  readonly data?: string
  readonly json?: boolean
}

export async function stats(_words: readonly string[], options: Options): Promise<void> {
  const { graph } = await openGraph(options.data)
  const result = statistics(filterGraph(graph, readPart(graph, options)))
  if (options.json) printJson({ version: 1, ...result })
  else print(inWords(result))
}

function inWords(result: Statistics): string {
  const { claims } = result
  return [
    `${result.name}: ${counted(result.entities, 'entity', 'entities')}, ${counted(result.relations, 'relation')}, ${counted(result.attributes, 'attribute')}`,
    table('Entities by type', result.entitiesByType),
    table('Relations by type', result.relationsByType),
    table('Relations by kind', result.relationsByKind),
    table(`Evidence of ${counted(claims.all, 'claim')}`, [
      { name: 'without a citation', count: claims.uncited },
      { name: 'resting on one source alone', count: claims.singleSource },
      { name: 'concluded by the curator', count: claims.inferred },
      { name: 'with rival readings', count: claims.withRivals },
      { name: 'without a date', count: claims.undated },
      ...claims.byConfidence.map(({ name, count }) => ({ name: `confidence ${name}`, count })),
    ]),
    list('Sources', result.sources.map(coverageInWords)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function table(title: string, counts: readonly Count[]): string {
  const width = Math.max(0, ...counts.map(({ count }) => String(count).length))
  return list(
    title,
    counts.map(({ name, count }) => `${String(count).padStart(width)}  ${name}`),
  )
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

function coverageInWords({ id, title, claims, cited, paragraphs }: SourceCoverage): string {
  const places =
    paragraphs === undefined
      ? counted(cited.length, 'place')
      : `${paragraphsCited(cited, paragraphs)} of ${paragraphs} paragraphs`
  return `${id}: ${title}. ${counted(claims, 'claim')} from ${places}.`
}

/** `p3-p5` cites three of them. */
function paragraphsCited(locators: readonly string[], paragraphs: number): number {
  const cited = new Set<number>()
  for (const locator of locators) {
    const [, first, last = first] = /^p([0-9]+)(?:-p([0-9]+))?$/.exec(locator) ?? []
    if (first === undefined) continue
    const end = Math.min(Number(last), paragraphs)
    for (let number = Math.max(1, Number(first)); number <= end; number++) cited.add(number)
  }
  return cited.size
}
