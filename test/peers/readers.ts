import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** What networkx has of a file; the values of a node or edge stand beside its id, under their titles. */
export interface NetworkxGraph {
  readonly directed: boolean
  readonly nodes: readonly (Record<string, unknown> & { id: string; label: string })[]
  readonly edges: readonly (Record<string, unknown> & {
    source: string
    target: string
    id: string
  })[]
}

/** What Gephi has of a file. Bounds are milliseconds since 1970, null where they are open. */
export interface GephiGraph {
  readonly directed: boolean
  readonly dynamic: boolean
  readonly timeFormat: string
  readonly timeZone: string
  readonly timeBounds: Bounds
  readonly nodeColumns: readonly GephiColumn[]
  readonly edgeColumns: readonly GephiColumn[]
  readonly nodes: readonly GephiNode[]
  readonly edges: readonly GephiEdge[]
  readonly issues: readonly { readonly level: string; readonly message: string }[]
}

export type Bounds = readonly [number | null, number | null]

interface GephiColumn {
  readonly id: string
  readonly title: string
  readonly type: string
}

interface GephiElement {
  readonly id: string
  readonly label: string
  readonly spells: readonly Bounds[]
  readonly values: Readonly<Record<string, unknown>>
}

interface GephiNode extends GephiElement {
  readonly color: readonly number[]
  readonly size: number
  readonly x: number
  readonly y: number
}

interface GephiEdge extends GephiElement {
  readonly source: string
  readonly target: string
  readonly kind: string
  readonly directed: boolean
  readonly weight: number
}

export function readWithNetworkx(file: string): NetworkxGraph {
  return JSON.parse(run(python, ['test/peers/python/read_gexf.py', file]))
}

/** What a library has of a GraphML file: values by name, ids as keys, nothing for values that are not there. */
export interface GraphmlGraph {
  readonly directed: boolean
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly edges: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export function readGraphml(file: string): Record<'networkx' | 'igraph', GraphmlGraph> {
  return JSON.parse(run(python, ['test/peers/python/read_graphml.py', file]))
}

export function readWithGephi(file: string): GephiGraph {
  const classes = [join(gephi, 'classes'), join(gephi, 'lib', '*')].join(':')
  return JSON.parse(run('java', ['-Xmx1g', '-cp', classes, 'ReadGexf', file]))
}

/** Has Gephi import a file and save it as its own. */
export function resaveWithGephi(file: string, saved: string): void {
  const classes = [join(gephi, 'classes'), join(gephi, 'lib', '*')].join(':')
  run('java', ['-Xmx1g', '-cp', classes, 'ResaveGexf', file, saved])
}

/** What a graph holds that networkx has made and written to a file. */
export interface WrittenGraph {
  readonly directed: boolean
  /** Labels by id. */
  readonly nodes: Readonly<Record<string, string>>
  readonly edges: readonly (readonly [source: string, target: string])[]
}

export function writeWithNetworkx(name: string, file: string, version: string): WrittenGraph {
  return JSON.parse(run(python, ['test/peers/python/write_gexf.py', name, file, version]))
}

/** The violations of a grammar; none where the file is valid. */
export function validate(grammar: string, file: string): string[] {
  const printed = run(python, ['test/peers/python/validate.py', grammar, file])
  return printed.split('\n').filter((line) => line !== '')
}

/** What a program printed; where it fails, the error holds what it said. */
export function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: 'pipe' })
}

export const python = '.peers/python/bin/python'
const gephi = '.peers/gephi'
