import type { Vitals } from '../serving/served.ts'

export interface Minute extends Vitals {
  readonly minute: number
  /** In milliseconds: from a save until a page has the new graph. */
  readonly probes: readonly number[]
}

/** What has grown by more than this between the second quarter of the run and the last is a leak. Of each the least counts. */
const flat: Readonly<Record<'rss' | 'heap' | 'external', number>> = {
  rss: 1.15,
  heap: 1.05,
  external: 1.1,
}
/** Bytes that are no growth, however small what grew. */
const noise = 4e6

export function line(
  { minute, rss, heap, external, descriptors, watches, cpu, probes }: Minute,
  { edited, requests, changes }: { edited: number; requests: number; changes: number },
): string {
  const memory = `rss ${mb(rss)} heap ${mb(heap)} external ${mb(external)} MB`
  const taken = `page has it after ${ms(median(probes))}, at most ${ms(Math.max(...probes))} ms`
  return `minute ${minute}: ${memory}, ${descriptors} descriptors, ${watches} watches, cpu ${cpu.toFixed(0)} s, ${taken}; ${edited} edits, ${requests} requests, ${changes} changes followed`
}

export function verdictOf(
  minutes: readonly Minute[],
  failures: readonly string[],
  done: { edited: number; comparisons: number; requests: number },
): { readonly isGood: boolean; readonly text: string } {
  const quarter = Math.max(1, Math.floor(minutes.length / 4))
  const [early, late] = [minutes.slice(quarter, 2 * quarter), minutes.slice(-quarter)]
  const of = (some: readonly Minute[], what: keyof Vitals) =>
    Math.min(...some.map((each) => each[what]))
  const names = Object.keys(flat) as (keyof typeof flat)[]
  const grown = [
    ...names.filter(
      (name) => of(late, name) > Math.max(of(early, name) * flat[name], of(early, name) + noise),
    ),
    ...(['descriptors'] as const).filter((name) => of(late, name) > of(early, name)),
  ]
  const memory = names.map((name) => `${name} ${mb(of(early, name))} → ${mb(of(late, name))} MB`)
  const probes = minutes.flatMap((each) => each.probes)
  const isGood = failures.length === 0 && grown.length === 0 && minutes.length > 0
  const text = [
    `${isGood ? 'PASSED' : 'FAILED'} after ${minutes.at(-1)?.minute ?? 0} minutes: ${done.edited} edits, ${done.requests} requests`,
    `${done.comparisons} comparisons with a clean build, ${failures.length} failures`,
    `second quarter → last: ${memory.join(', ')}, descriptors ${of(early, 'descriptors')} → ${of(late, 'descriptors')}, watches ${of(early, 'watches')} → ${of(late, 'watches')}`,
    `a page has a save after ${ms(median(probes))} ms in the median, ${ms(Math.max(...probes))} at most`,
    ...(grown.length > 0 ? [`grown: ${grown.join(', ')}`] : []),
  ].join('; ')
  return { isGood, text }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(0)
}
