import type { Result } from '../measure/rounds.ts'
import type { Taken } from '../measure/run.ts'
import type { Spread } from '../measure/statistics.ts'
import type { Comparison } from '../subject.ts'
import { type Judged, ratio, takenOf } from './goals.ts'
import type { Machine } from './machine.ts'
import { megabytes, short, whole } from './numbers.ts'

/** What a person reads: what was measured, whether it is what it should be, and how far to trust it. */
export function asMarkdown(
  comparison: Comparison,
  goals: readonly Judged[],
  results: readonly Result[],
  machine: Machine,
): string {
  const sizes = [...new Set(results.map(({ entities }) => entities))].sort((a, b) => a - b)
  return [
    `# ${comparison.title}`,
    ...(results.length > 0 ? [wholeProcesses] : []),
    inWords(machine),
    ...sizes.flatMap((size) => [
      `## ${size === 0 ? 'Small and starting' : `${whole(size)} entities`}`,
      resultTable(results, size, comparison.floor),
    ]),
    ...growth(
      results,
      sizes.filter((size) => size > 0),
    ),
    ...(goals.length > 0 ? ['## Goals', goalTable(goals)] : []),
    ...comparison.notes,
    '',
  ].join('\n\n')
}

const wholeProcesses =
  'Whole processes, medians of rounds in which all took turns; in brackets the lowest and the highest. CPU time is user and system together, of all threads.'

/** A table in Markdown; every column but the first is aligned to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function inWords({ processors, node, python, load, taken }: Machine): string {
  const busy = `${short(load)} other processes wanted to run when it began`
  return `Taken on ${taken} with ${processors}, Node ${node} and ${python}; ${busy}. Read the ratios, not the seconds.`
}

function resultTable(results: readonly Result[], entities: number, floor: string): string {
  const hasFloor = results.some((each) => each.entities === entities && each.tool === floor)
  const head = ['', 'CPU s', 'wall s', 'peak MB', ...(hasFloor ? ['CPU against the floor'] : [])]
  const own = results.filter((result) => result.entities === entities)
  const rows = own.map(({ tool, rounds, runs }) => {
    const of = (what: keyof Taken) => ({ tool, entities, of: what })
    const times = ratio(of('cpu'), { ...of('cpu'), tool: floor }, results)
    const memory = takenOf(of('memory'), results)
    return [
      tool,
      withEnds(takenOf(of('cpu'), results), short),
      withEnds(takenOf(of('wall'), results), short),
      memory === undefined ? '' : megabytes(memory.median),
      ...(hasFloor ? [withEnds(times, asRatio)] : []),
      runs.length === rounds ? `${rounds}` : fewer(runs.length, rounds),
    ]
  })
  return table([...head, 'runs'], rows)
}

function fewer(runs: number, rounds: number): string {
  return runs === 0 ? 'none: it would take too long' : `${runs} of ${rounds}: it is slow`
}

function growth(results: readonly Result[], sizes: readonly number[]): string[] {
  if (sizes.length < 2) return []
  const steps = sizes.slice(1).map((larger, index) => ({ smaller: sizes[index] ?? larger, larger }))
  const head = steps.flatMap(({ smaller, larger }) => [
    `${whole(smaller)} → ${whole(larger)}: CPU`,
    'memory',
  ])
  const tools = new Set(results.filter(({ entities }) => entities > 0).map(({ tool }) => tool))
  const rows = [...tools].map((tool) => [
    tool,
    ...steps.flatMap(({ smaller, larger }) =>
      (['cpu', 'memory'] as const).map((of) => {
        const times = ratio(
          { tool, entities: larger, of },
          { tool, entities: smaller, of },
          results,
        )
        return withEnds(times, asRatio)
      }),
    ),
  ])
  return ['## Growth', table(['', ...head], rows)]
}

function goalTable(goals: readonly Judged[]): string {
  return table(
    ['', 'goal', 'measured', ''],
    goals.map(({ what, quantity, against, limit, measured, isMet }) => {
      const write = (value: number) => asFigure(value, quantity.of, against !== undefined)
      const [word, bound] =
        'atMost' in limit ? ['at most', limit.atMost] : ['at least', limit.atLeast]
      if (measured === undefined) return [what, `${word} ${write(bound)}`, 'not measured', '']
      return [
        what,
        `${word} ${write(bound)}`,
        withEnds(measured, write),
        isMet ? 'met' : '**missed**',
      ]
    }),
  )
}

function asFigure(value: number, of: keyof Taken, isRatio: boolean): string {
  if (isRatio) return asRatio(value)
  return of === 'memory' ? `${megabytes(value)} MB` : `${short(value * 1000)} ms`
}

function asRatio(value: number): string {
  return `× ${short(value)}`
}

function withEnds(values: Spread | undefined, write: (value: number) => string): string {
  if (values === undefined) return ''
  const { median, lowest, highest } = values
  if (lowest === highest) return write(median)
  return `${write(median)} (${write(lowest)}–${write(highest)})`
}
