import { describe, expect, test } from 'vitest'
import type { ExportFormat, ExportOptions } from '../../src/exports/export-format.ts'
import { formats } from '../../src/exports/formats.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { type GraphField, graphFields, type Variant } from './graph-fields.ts'

// Whatever a graph says, the file says it, too, or the report counts that it does not.

const fields = graphFields()

const asked: (readonly [string, ExportFormat, ExportOptions])[] = [
  ...Object.entries<ExportFormat>(formats).map(([name, format]) => [name, format, {}] as const),
  ['gexf --static', formats.gexf, { static: true }],
  ['gexf --lossless', formats.gexf, { lossless: true }],
  ['markdown --about ada', formats.markdown, { about: 'ada' }],
]

describe.each(asked)('%s', (_, format, options) => {
  test('every field of a graph is in the file, or counted', () => {
    expect(fields.flatMap((field) => missingOf(field, format, options))).toEqual([])
  })
})

/** The values of a field that are neither there nor counted. */
function missingOf(field: GraphField, format: ExportFormat, options: ExportOptions): string[] {
  const { name, without, variants } = field
  const isCounted = counter(field, format, options)
  const uncounted = variants.filter((variant) => !isCounted(variant))
  const files = uncounted.map(({ graph }) => written(format, graph, options))
  const base = without && written(format, without, options)
  const isThere = ({ mark }: Variant, at: number) =>
    mark === undefined
      ? files.filter((other) => other === files[at]).length === 1 && files[at] !== base
      : files[at]?.toLowerCase().includes(mark) === true
  return uncounted
    .filter((variant, at) => !isThere(variant, at))
    .map(({ value }) => `${name}: ${JSON.stringify(value)}`)
}

function counter(
  { name, without, withoutRecord }: GraphField,
  format: ExportFormat,
  options: ExportOptions,
): (variant: Variant) => boolean {
  const countsOf = (graph: KnowledgeGraph) =>
    new Map(format.losses(graph, options).map(({ kind, count }) => [kind, count]))
  const before = without && countsOf(without)
  const records = withoutRecord.map(countsOf)
  return ({ graph }) =>
    [...countsOf(graph)].some(([kind, count]) => {
      const isMore = (counts: ReadonlyMap<string, number>) => count > (counts.get(kind) ?? 0)
      // What is left out as a whole is left out with all that it says.
      const isWhole = kind.endsWith('-left-out') && records.some(isMore)
      return isWhole || kind === countedAlways.get(name) || (before && isMore(before))
    })
}

/** Of what no graph lacks, the count tells by itself. */
const countedAlways = new Map([
  ['graph.name', 'name-left-out'],
  ['node.type', 'types-as-looks'],
])

/** The file, or all of its tables. */
function written(format: ExportFormat, graph: KnowledgeGraph, options: ExportOptions): string {
  const asked = format.tables?.map((table) => ({ ...options, table })) ?? [options]
  return asked.flatMap((one) => [...format.write(graph, one)]).join('')
}
