import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Base, makeBase } from '../bases/base.ts'
import { chromiumPath } from '../edits/chromium-path.ts'
import type { Case } from '../measure/rounds.ts'
import { made } from '../once.ts'
import { ftmInput, linkmlInput } from '../peers/inputs.ts'
import { peer } from '../peers/tools.ts'
import type { Goal } from '../report/goals.ts'
import { table } from '../report/markdown.ts'
import { short, whole } from '../report/numbers.ts'
import type { Options, Subject } from '../subject.ts'
import { whoFindsWhat } from './planted-mistakes.ts'

/** The whole of `dossier check`, beside the programs that people check such data with, and beside the least it can cost. */
export const check: Subject = {
  summary: '"dossier check" beside linkml-validate, ftm validate and the floor',
  sizes: [1_000, 10_000, 100_000],
  compare: (options) => {
    const bases = options.sizes.map(makeBase)
    return {
      title: 'dossier check',
      cases: [...starting(options), ...bases.flatMap((base) => checking(base, options))],
      floor: names.read,
      goals: [...goals, ...growthGoals(options.sizes)],
      notes: [
        '## What was given, and what is looked at',
        given(bases),
        scope,
        whoFindsWhat(options.peers),
      ],
    }
  },
}

const names = {
  read: 'floor: walk, read, JSON.parse',
  stat: 'floor: walk, stat',
  cold: 'dossier check, nothing cached',
  again: 'dossier check, nothing changed',
  edited: 'dossier serve, one file edited',
  inBrowser: 'the same, until a page has it',
  linkmlJson: 'linkml-validate, JSON',
  linkmlYaml: 'linkml-validate, YAML',
  ftm: 'ftm validate',
  node: 'node -e 0',
  version: 'dossier --version',
  shipped: 'dossier check of the shipped data',
}

const node = process.execPath
const dossier = [node, 'dist/bin/dossier.js']

function checking(base: Base, options: Options): Case[] {
  const { entities, folder, twin } = base
  const rounds = options.rounds ?? (entities > 10_000 ? 3 : 5)
  const floor = (script: string) => [node, `${made}/js/floors/${script}.js`]
  const ours = [
    { tool: names.read, prepare: () => [...floor('read-json'), twin] },
    { tool: names.stat, prepare: () => [...floor('stat-files'), folder] },
    { tool: names.cold, prepare: () => afterNothing(folder) },
    { tool: names.again, prepare: () => afterItself(folder) },
  ]
  const cases = [...ours, ...(options.peers ? peers(base) : [])]
  return [...cases.map((each) => ({ ...each, entities, rounds })), ...editing(base)]
}

/** What one edit takes while a base is served; each run is already the median of many. */
function editing({ entities, folder }: Base): Case[] {
  const command = (...words: string[]) => {
    const copy = join(made, 'edited')
    rmSync(copy, { recursive: true, force: true })
    cpSync(folder, copy, { recursive: true })
    return [node, `${made}/js/edits/serve-edited.js`, copy, ...words]
  }
  const shared = { entities, rounds: 1, isTelling: true } as const
  const served = { ...shared, tool: names.edited, prepare: () => command('50') }
  const shown = { ...shared, tool: names.inBrowser, prepare: () => command('20', 'in-browser') }
  return chromiumPath() === undefined || entities > 10_000 ? [served] : [served, shown]
}

function peers(base: Base): Omit<Case, 'entities' | 'rounds'>[] {
  const linkml = (format: 'json' | 'yaml') => {
    const { schema, data } = linkmlInput(base, format)
    return [peer('linkml-validate'), '--schema', schema, '--target-class', 'Base', data]
  }
  const ftm = () => [peer('ftm'), 'validate', '-i', ftmInput(base)]
  return [
    { tool: names.linkmlJson, prepare: () => linkml('json'), isSlow: true },
    { tool: names.linkmlYaml, prepare: () => linkml('yaml'), isSlow: true },
    { tool: names.ftm, prepare: ftm, isSlow: true },
  ]
}

function starting(options: Options): Case[] {
  const shipped = join(made, 'shipped')
  cpSync('graph-data', join(shipped, 'graph-data'), { recursive: true })
  const rounds = options.rounds ?? 15
  return [
    { tool: names.node, prepare: () => [node, '-e', '0'] },
    { tool: names.version, prepare: () => [...dossier, '--version'] },
    { tool: names.shipped, prepare: () => afterNothing(shipped) },
  ].map((each) => ({ ...each, entities: 0, rounds }))
}

/** A check that finds nothing that an earlier one has kept. */
function afterNothing(folder: string): string[] {
  for (const place of [folder, join(folder, 'graph-data')]) {
    rmSync(join(place, '.dossier'), { recursive: true, force: true })
  }
  return [...dossier, 'check', '--data', folder]
}

/** A check right after another one. */
function afterItself(folder: string): string[] {
  const command = [...dossier, 'check', '--data', folder]
  execFileSync(node, command.slice(1), { stdio: 'ignore' })
  return command
}

/** Whoever waits feels the wall time, and whoever pays for the machine the CPU time: each goal is one for both. */
const ratios = [
  {
    what: 'check of 10,000, nothing cached, against the floor of reading',
    tool: names.cold,
    against: names.read,
    limit: { atMost: 5 },
  },
  {
    what: 'linkml-validate on YAML against check, 10,000',
    tool: names.linkmlYaml,
    against: names.cold,
    limit: { atLeast: 10 },
  },
  {
    what: 'ftm validate against check, 10,000',
    tool: names.ftm,
    against: names.cold,
    limit: { atLeast: 4 },
  },
  {
    what: 'check of 10,000, nothing changed, against walk and stat',
    tool: names.again,
    against: names.stat,
    limit: { atMost: 2 },
  },
]

const goals: readonly Goal[] = [
  ...ratios.flatMap(({ what, tool, against, limit }) =>
    (['wall', 'cpu'] as const).map((of) => ({
      what: `${what}, ${of === 'cpu' ? 'CPU' : 'wall'} time`,
      quantity: { tool, entities: 10_000, of },
      against: { tool: against, entities: 10_000, of },
      limit,
    })),
  ),
  {
    what: 'one file of 10,000 edited under `serve`, until the new graph and its diagnostics are there',
    quantity: { tool: names.edited, entities: 10_000, of: 'wall' },
    limit: { atMost: 0.05 },
  },
  {
    what: 'the same, until the graph of a page in Chromium holds it',
    quantity: { tool: names.inBrowser, entities: 10_000, of: 'wall' },
    limit: { atMost: 0.25 },
  },
  {
    what: 'dossier --version against node -e 0',
    quantity: { tool: names.version, entities: 0, of: 'cpu' },
    against: { tool: names.node, entities: 0, of: 'cpu' },
    limit: { atMost: 1.3 },
  },
  {
    what: 'check of the shipped data, wall time',
    quantity: { tool: names.shipped, entities: 0, of: 'wall' },
    limit: { atMost: 0.25 },
  },
]

/** Ten times the entities, at most twelve times the cost; other steps in proportion. */
function growthGoals(sizes: readonly number[]): Goal[] {
  return sizes.slice(1).flatMap((larger, index) => {
    const smaller = sizes[index] ?? larger
    return [names.cold, names.again].flatMap((tool) =>
      (['cpu', 'memory'] as const).map((of) => ({
        what: `${tool}: ${of === 'cpu' ? 'CPU' : 'memory'} from ${whole(smaller)} to ${whole(larger)}`,
        quantity: { tool, entities: larger, of },
        against: { tool, entities: smaller, of },
        limit: { atMost: (1.2 * larger) / smaller },
      })),
    )
  })
}

function given(bases: readonly Base[]): string {
  return table(
    ['entities', 'relations', 'files', 'MB of YAML'],
    bases.map(({ entities, relations, files, bytes }) => [
      whole(entities),
      whole(relations),
      whole(files),
      short(bytes / 1e6),
    ]),
  )
}

const scope = `Every tool is given all entities, relations and sources of the same base.

- **dossier check** reads a file an entity. It checks syntax, shape, dates, every reference to an entity, a source and a place in a source, what a relation may join, names, cycles and contradictions.
- **linkml-validate** reads one file, as JSON and as YAML, with a schema made from the base's ontology: keys, lists of values, patterns for ids, dates and citations, which relations a type may have. Like every JSON Schema it does not ask whether the entity or source that a text names is there, nor of which type it is.
- **ftm validate** reads one file, a JSON object a line; a relation is an object of its own (Membership, Directorship, UnknownLink), and so is a source. It checks each value against the type of its property, drops in silence what does not fit, and prints the rest. Places in sources, evidence for single attributes and doubtful dates have no place in its model and are not in its input. It asks for no target either.
- **dossier serve, one file edited** counts from the moment at which a file has been written, so the time in which the system tells of it, and the 10 ms in which the server waits for a second one, are in it. In turn a summary is changed, a relation added, a name changed, an entity added and removed: the median of 50 edits, CPU and wall each, after 10 that warm up. Where there is a Chromium, a page listens, and what it takes until its graph holds the change is the median of 20.
- **The floor of reading** walks, reads and JSON.parses the same content as JSON, file for file, and does nothing with it. **Walk, stat** lists the files and asks for the size of each.`
