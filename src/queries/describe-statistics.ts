import { counted } from '../text/counted.ts'
import type { SourceCoverage } from './source-coverage.ts'
import type { Count, Statistics } from './statistics.ts'

/** Counts as tables, and how far each source is used. Ends without a newline. */
export function describeStatistics(result: Statistics): string {
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

function coverageInWords(coverage: SourceCoverage): string {
  const { id, title, claims, alone, cited, paragraphs } = coverage
  const places =
    paragraphs === undefined
      ? counted(cited.length, 'place')
      : `${paragraphsCited(cited, paragraphs)} of ${counted(paragraphs, 'paragraph')}`
  const fragile = alone === 0 ? '' : `; ${alone} ${alone === 1 ? 'rests' : 'rest'} on it alone`
  return `${id}: ${title}. ${counted(claims, 'claim')} from ${places}${fragile}.`
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
