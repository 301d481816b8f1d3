import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { dated } from '../graph/sentence.ts'
import { counted } from '../text/counted.ts'
import type { Path } from './find-paths.ts'
import { type Condition, closedTypes, type Obstacles } from './obstacles.ts'
import type { PathOptions } from './read-path-question.ts'

interface Ends {
  readonly from: string
  readonly to: string
}

/** What stands in the way of a path, and what to ask instead, as lines. */
export function describeObstacles(
  graph: KnowledgeGraph,
  ends: Ends,
  options: PathOptions,
  { alone, joint, reached, gap }: Obstacles,
): string[] {
  const single = alone.map(({ condition, path }) =>
    condition === 'transit'
      ? transitInWords(graph, path)
      : `${without([condition], options)} ${thereIs(path)}`,
  )
  const together = joint === undefined ? [] : [jointInWords(graph, joint, options)]
  const advice = [...single, ...together]
  return [
    ...advice,
    ...(gap ? [sidesInWords(graph, ends, reached)] : []),
    ...gapInWords(graph, gap),
  ]
}

function jointInWords(
  graph: KnowledgeGraph,
  { conditions, path }: NonNullable<Obstacles['joint']>,
  options: PathOptions,
): string {
  const isThrough = conditions.includes('transit')
  const through = isThrough ? `, and with "--through ${closedTypes(graph).join()}",` : ''
  return `Only ${lower(without(conditions, options))}${through} ${thereIs(path)}`
}

function transitInWords(graph: KnowledgeGraph, path: Path): string {
  const types = closedTypes(graph)
  return `Paths do not run through entities of type ${types.join(', ')}; "--through ${types.join()}" lets them. Then ${thereIs(path)}`
}

function thereIs({ length }: Path): string {
  return `there is a path of ${counted(length, 'hop')}.`
}

function without(conditions: readonly Condition[], options: PathOptions): string {
  const flags = conditions.filter((condition) => condition !== 'transit')
  return `Without ${listed(flags.map((condition) => `"${flagOf(condition, options)}"`))}`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** As it was typed. */
function flagOf(condition: Exclude<Condition, 'transit'>, options: PathOptions): string {
  if (condition === 'inferred') return '--no-inferred'
  if (condition === 'max') return options.max === undefined ? '--all' : `--max ${options.max}`
  const flag = `--${condition.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const value = options[condition]
  return value === true ? flag : `${flag} ${value}`
}

function sidesInWords(graph: KnowledgeGraph, ends: Ends, reached: Obstacles['reached']): string {
  const [start, end] = [ends.from, ends.to].map((id) => graph.getNodeAttribute(id, 'label'))
  const others = (count: number) =>
    count === 1 ? 'no other entity' : counted(count - 1, 'other entity', 'other entities')
  return `As asked, ${others(reached.from)} can be reached from ${start}, and ${end} from ${others(reached.to)}.`
}

function gapInWords(graph: KnowledgeGraph, gap: Path | undefined): string[] {
  if (gap === undefined) return []
  const [first, last] = [gap.hops[0]?.from, gap.hops.at(-1)?.to].map((id) =>
    id === undefined ? '' : graph.getNodeAttribute(id, 'label'),
  )
  const hops = gap.hops.map(({ sentence, when }) => `  ${dated(sentence, when)}.`)
  return [
    `Nearest to each other on the two sides are ${first} and ${last}, ${counted(gap.length, 'hop')} apart:`,
    ...hops,
  ]
}
