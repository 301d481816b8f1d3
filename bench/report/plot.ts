import type { Result } from '../measure/rounds.ts'
import { spreadOf } from '../measure/statistics.ts'
import { whole } from './numbers.ts'

export interface Plot {
  readonly title: string
  /** Follows the name of the file, where there are several. */
  readonly suffix?: string
  /** What is counted upwards, and in which unit. */
  readonly upwards: string
  readonly unit: string
  readonly lines: readonly Line[]
}

interface Line {
  readonly tool: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const size = { width: 900, height: 520 }
const frame = { left: 70, right: 660, top: 60, bottom: 460 }
// Told apart by those who see colours differently, too; the names stand at the ends of the lines.
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#000000']

/** CPU seconds, a line a tool. */
export function cpuPlot(title: string, results: readonly Result[]): Plot {
  return { title, upwards: 'CPU seconds of the whole process', unit: 's', lines: linesOf(results) }
}

/** A quantity over entities, both axes by powers of ten. */
export function plot({ title, upwards, unit, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points)
  const x = scale(
    points.map((point) => point.x),
    frame.left,
    frame.right,
  )
  const y = scale(
    points.map((point) => point.y),
    frame.bottom,
    frame.top,
  )
  const ends = lines.map(({ points }) => {
    const last = points.at(-1) ?? { x: 1, y: 1 }
    return { x: x.place(last.x), y: y.place(last.y) }
  })
  const names = spreadApart(ends)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="system-ui, sans-serif" font-size="14">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>`,
    `<text x="${frame.left}" y="30" font-size="18">${escaped(title)}</text>`,
    ...x.ticks.map((value) => verticalTick(x.place(value), whole(value))),
    ...y.ticks.map((value) => horizontalTick(y.place(value), `${value} ${unit}`)),
    `<text x="${frame.left}" y="${frame.bottom + 44}">entities; upwards, ${upwards}</text>`,
    ...lines.flatMap(({ points }, index) =>
      polyline(
        points.map((point) => [at(x.place(point.x)), at(y.place(point.y))]),
        colours[index % colours.length] ?? '#000000',
      ),
    ),
    ...lines.map(({ tool }, index) => {
      const [left, height] = [(ends[index]?.x ?? 0) + 14, (names[index] ?? 0) + 5]
      return `<text x="${at(left)}" y="${at(height)}">${escaped(tool)}</text>`
    }),
    '</svg>',
    '',
  ].join('\n')
}

function linesOf(results: readonly Result[]): Line[] {
  const tools = [...new Set(results.filter(({ entities }) => entities > 0).map(({ tool }) => tool))]
  return tools.map((tool) => ({
    tool,
    points: results
      .filter((result) => result.tool === tool && result.entities > 0)
      .flatMap(({ entities, runs }) => {
        const taken = spreadOf(runs.map(({ cpu }) => cpu))
        return taken === undefined ? [] : [{ x: entities, y: taken.median }]
      }),
  }))
}

/** Whole powers of ten around the values, laid from one end to the other. */
function scale(values: readonly number[], from: number, to: number) {
  const lowest = Math.floor(Math.log10(Math.min(...values)))
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...values))))
  const ticks = Array.from({ length: highest - lowest + 1 }, (_, step) =>
    Number(`1e${lowest + step}`),
  )
  const place = (value: number) =>
    from + ((Math.log10(value) - lowest) / (highest - lowest)) * (to - from)
  return { ticks, place }
}

/** Moves names down until none covers another of those that stand above each other. */
function spreadApart(ends: readonly { readonly x: number; readonly y: number }[]): number[] {
  const heights: number[] = []
  const lowest = new Map<number, number>()
  const downwards = ends.map(({ x, y }, index) => ({ x, y, index })).sort((a, b) => a.y - b.y)
  for (const { x, y, index } of downwards) {
    const height = Math.max(y, (lowest.get(x) ?? -Infinity) + 18)
    lowest.set(x, height)
    heights[index] = height
  }
  return heights
}

function polyline(places: readonly string[][], colour: string): string[] {
  return [
    `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`),
  ]
}

function verticalTick(x: number, label: string): string {
  return `<path d="M${at(x)} ${frame.top}V${frame.bottom}" stroke="#dddddd"/><text x="${at(x)}" y="${frame.bottom + 22}" text-anchor="middle">${label}</text>`
}

function horizontalTick(y: number, label: string): string {
  return `<path d="M${frame.left} ${at(y)}H${frame.right}" stroke="#dddddd"/><text x="${frame.left - 8}" y="${at(y + 5)}" text-anchor="end">${label}</text>`
}

function at(value: number): string {
  return value.toFixed(1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
