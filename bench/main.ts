import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { takeRounds } from './measure/rounds.ts'
import { judge } from './report/goals.ts'
import { describeMachine } from './report/machine.ts'
import { asMarkdown } from './report/markdown.ts'
import { cpuPlot, plot } from './report/plot.ts'
import { say } from './say.ts'
import type { Options, Subject } from './subject.ts'
import { subjects } from './subjects.ts'

const folder = 'bench/results'

interface Asked {
  readonly name: string
  readonly subject: Subject
  readonly options: Options
}

try {
  measure(readWords(process.argv.slice(2)))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function measure({ name, subject, options }: Asked): void {
  const machine = describeMachine()
  const comparison = subject.compare(options)
  const results = takeRounds(comparison.cases)
  const told = [...results, ...(comparison.told ?? [])]
  const goals = comparison.goals.map((goal) => judge(goal, told))
  const text = asMarkdown(comparison, goals, results, machine)
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/${name}`
  writeFileSync(`${file}.md`, text)
  writeFileSync(`${file}.json`, `${JSON.stringify({ machine, results: told, goals }, null, 2)}\n`)
  const plots = comparison.plots ?? [cpuPlot(comparison.title, results)]
  const drawn = plots.map((each) => ({ path: `${file}${each.suffix ?? ''}.svg`, text: plot(each) }))
  for (const { path, text } of drawn) writeFileSync(path, text)
  process.stdout.write(text)
  say(`Written to ${[`${file}.md`, `${file}.json`, ...drawn.map(({ path }) => path)].join(', ')}.`)
}

function readWords(words: readonly string[]): Asked {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      sizes: { type: 'string' },
      rounds: { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
    },
  })
  const [name = '', ...others] = positionals
  const subject = Object.hasOwn(subjects, name) ? subjects[name] : undefined
  if (subject === undefined || others.length > 0) throw new Error(usage())
  const sizes = values.sizes?.split(',').map(count) ?? subject.sizes
  const rounds = values.rounds === undefined ? undefined : count(values.rounds)
  const ascending = [...new Set(sizes)].sort((a, b) => a - b)
  return { name, subject, options: { sizes: ascending, rounds, peers: !values['no-peers'] } }
}

function count(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new Error(`"${text}" is no whole number from 1 on.\n${usage()}`)
}

function usage(): string {
  return [
    'Usage: npm run bench -- <subject> [--sizes 1000,10000] [--rounds 5] [--no-peers]',
    ...Object.entries(subjects).map(([name, { summary }]) => `  ${name}  ${summary}`),
  ].join('\n')
}
