import { execFileSync } from 'node:child_process'
import { makeBase } from '../bases/base.ts'
import type { Result } from '../measure/rounds.ts'
import { spreadOf } from '../measure/statistics.ts'
import { made } from '../once.ts'
import type { Goal } from '../report/goals.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import type { Plot } from '../report/plot.ts'
import type { Options, Subject } from '../subject.ts'
import type { Opened } from '../viewer/opened.ts'

/** A page of `dossier serve` in Chromium, from the arrival of its data on. */
export const viewer: Subject = {
  summary: 'the viewer in Chromium: payload, first picture, panning, finding, memory',
  sizes: [1_000, 10_000, 100_000],
  compare: (options) => {
    const measured = options.sizes.map((entities) => ({
      entities,
      pages: openPages(entities, options),
    }))
    return {
      title: 'The viewer',
      cases: [],
      floor: '',
      goals,
      told: measured.flatMap(toldOf),
      plots: plotsOf(measured),
      notes: [scope, ...measured.flatMap(described), '## Growth', growth(measured)],
    }
  },
}

interface Measured {
  readonly entities: number
  readonly pages: readonly Opened[]
}

/** What is measured, in the order of the table: seconds, bytes or a number of things. */
const quantities = {
  plain: { name: 'payload', unit: 'bytes' },
  gzip: { name: 'payload in gzip', unit: 'bytes' },
  picture: { name: 'first picture after the data arrived', unit: 'seconds' },
  fromStart: { name: 'first picture after the page was asked for', unit: 'seconds' },
  cpu: { name: 'CPU of the main thread until then', unit: 'seconds' },
  panned: { name: 'a panning frame, everything in sight', unit: 'seconds' },
  pannedClose: { name: 'a panning frame, close up', unit: 'seconds' },
  foundFirst: { name: 'the first search', unit: 'seconds' },
  foundAgain: { name: 'the next search', unit: 'seconds' },
  focused: { name: 'an entity with its neighbours alone', unit: 'seconds' },
  heap: { name: 'JavaScript heap', unit: 'bytes' },
  nodes: { name: 'entities in the page', unit: 'things' },
  edges: { name: 'relations in the page', unit: 'things' },
} as const satisfies Record<keyof Opened, { name: string; unit: 'bytes' | 'seconds' | 'things' }>

type Quantity = keyof typeof quantities
const names = Object.keys(quantities) as Quantity[]

function openPages(entities: number, { rounds }: Options): readonly Opened[] {
  const { folder } = makeBase(entities)
  const flags = ['--max-old-space-size=8000', `${made}/js/viewer/open-viewer.js`]
  const count = rounds ?? (entities > 10_000 ? 3 : 5)
  const told = execFileSync(process.execPath, [...flags, folder, String(count)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(told)
}

function described({ entities, pages }: Measured): string[] {
  const rows = names.map((name) => {
    const spread = spreadOf(pages.map((page) => page[name]))
    if (spread === undefined) return [quantities[name].name, '', '']
    const { median, lowest, highest } = spread
    const ends = lowest === highest ? '' : `${written(name, lowest)}–${written(name, highest)}`
    return [quantities[name].name, written(name, median), ends]
  })
  return [`## ${whole(entities)} entities`, table(['', 'median', 'lowest–highest'], rows)]
}

function written(name: Quantity, value: number): string {
  switch (quantities[name].unit) {
    case 'bytes':
      return `${short(value / 1e6)} MB`
    case 'seconds':
      return `${short(value * 1000)} ms`
    default:
      return whole(value)
  }
}

function growth(measured: readonly Measured[]): string {
  const steps = measured.slice(1).map((larger, index) => ({ smaller: measured[index], larger }))
  const head = steps.map(
    ({ smaller, larger }) => `${whole(smaller?.entities ?? 0)} → ${whole(larger.entities)}`,
  )
  const rows = names.map((name) => [
    quantities[name].name,
    ...steps.map(({ smaller, larger }) => {
      const ratio = medianOf(larger, name) / (smaller ? medianOf(smaller, name) : Number.NaN)
      return `× ${short(ratio)}`
    }),
  ])
  return table(['', ...head], rows)
}

function medianOf({ pages }: Measured, name: Quantity): number {
  return spreadOf(pages.map((page) => page[name]))?.median ?? Number.NaN
}

/** Each quantity as a tool of its own, for the goals. */
function toldOf({ entities, pages }: Measured): Result[] {
  return names.map((name) => ({
    tool: quantities[name].name,
    entities,
    rounds: pages.length,
    runs: pages.map((page) => ({ cpu: page[name], wall: page[name], memory: page[name] })),
  }))
}

const goals: readonly Goal[] = [
  {
    what: 'first picture of 10,000 entities after the data arrived',
    quantity: { tool: quantities.picture.name, entities: 10_000, of: 'wall' },
    limit: { atMost: 1.5 },
  },
  ...(['panned', 'pannedClose'] as const).map((name) => ({
    what: `${quantities[name].name}, 10,000 entities`,
    quantity: { tool: quantities[name].name, entities: 10_000, of: 'wall' } as const,
    limit: { atMost: 0.004 },
  })),
]

function plotsOf(measured: readonly Measured[]): Plot[] {
  const lines = (unit: 'bytes' | 'seconds', factor: number) =>
    names
      .filter((name) => quantities[name].unit === unit)
      .map((name) => ({
        tool: quantities[name].name,
        points: measured.map((each) => ({ x: each.entities, y: medianOf(each, name) * factor })),
      }))
  const title = 'The viewer'
  return [
    { title, upwards: 'milliseconds', unit: 'ms', lines: lines('seconds', 1000) },
    { title, suffix: '-bytes', upwards: 'megabytes', unit: 'MB', lines: lines('bytes', 1e-6) },
  ]
}

const scope = `\`dossier serve\` sends a generated base to a page of 1280 × 800 pixels in Chromium, a fresh page each time. **Nothing is drawn**: the calls that draw do nothing, so that script is measured and not a graphics card that is emulated. The data have arrived when their last byte has; the first picture is there when the frame has ended in which names are drawn. A panning frame is all script from one movement of the pointer to the next, the median of 60. Close up means a seventh of the width, where most names stand. The first search fetches its code and makes its index. The heap is taken after a garbage collection, with the first picture.`
