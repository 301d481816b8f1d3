import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

/** A relation as it stands under its source in a file of `bench/generate.mjs`. */
export interface WrittenTie {
  readonly relation: string
  readonly source: string
  readonly target: string
}

/** What stands in the files of `bench/generate.mjs`, read line by line and without Dossier. */
export interface GeneratedFiles {
  readonly ids: readonly string[]
  /** How many there are. */
  readonly relations: number
  readonly nameOf: (id: string) => string
  readonly aliasesOf: (id: string) => readonly string[]
  /** Those that begin or end at an entity. */
  readonly tiesOf: (id: string) => readonly WrittenTie[]
  /** How many relations the shortest chain has that runs through no place; undefined where there is none. */
  readonly distance: (from: string, to: string) => number | undefined
  /** The titles and paragraphs that a tie cites, as `TITLE p5`. */
  readonly cited: (tie: WrittenTie) => readonly string[]
}

/** In the file of the other end, as an entity to whom many are tied is written. */
const inverses: Readonly<Record<string, string>> = { 'has-member': 'member-of' }

export function readGeneratedFiles(folder: string): GeneratedFiles {
  const [names, places] = [new Map<string, string>(), new Map<string, string>()]
  const aliases = new Map<string, readonly string[]>()
  const ties = new Map<string, WrittenTie[]>()
  let relations = 0
  const add = (tie: WrittenTie) => {
    relations++
    for (const end of new Set([tie.source, tie.target])) {
      const known = ties.get(end)
      if (known === undefined) ties.set(end, [tie])
      else known.push(tie)
    }
  }
  const kept = shared()
  for (const path of entityFilesIn(folder)) {
    const text = readFileSync(join(folder, path), 'utf8')
    for (const { id, name, others, tie } of linesOf(text, basename(path, '.yaml'), kept)) {
      places.set(id, path)
      if (name !== undefined) names.set(id, name)
      if (others !== undefined) aliases.set(id, others)
      if (tie !== undefined) add(tie)
    }
  }
  const tiesOf = (id: string) => ties.get(id) ?? []
  return {
    ids: [...names.keys()],
    relations,
    nameOf: (id) => names.get(id) ?? '',
    aliasesOf: (id) => aliases.get(id) ?? [],
    tiesOf,
    distance: (from, to) => distance(tiesOf, from, to),
    cited: (tie) => citedIn(folder, places, tie),
  }
}

/** What a line says of an entity. */
interface Written {
  readonly id: string
  readonly name?: string
  readonly others?: readonly string[]
  readonly tie?: WrittenTie
}

/** What the lines of a file say, each of the entity under which it stands: that of the file, or one of several. */
function* linesOf(text: string, ofFile: string, kept: Kept): Generator<Written> {
  let id = kept(ofFile)
  for (const line of text.split('\n')) {
    const [, key] = /^ {2}([a-z]+-\d+):$/.exec(line) ?? []
    if (key !== undefined) id = kept(key)
    const said = saidIn(line, id, kept)
    if (said !== undefined) yield { id, ...said }
  }
}

function saidIn(line: string, id: string, kept: Kept): Omit<Written, 'id'> | undefined {
  const [, name] = /^(?: {4})?name: (.*)$/.exec(line) ?? []
  if (name !== undefined) return { name: kept(name) }
  const [, others] = /^(?: {4})?aliases: \[(.*)\]$/.exec(line) ?? []
  if (others !== undefined) return { others: others.split(', ').map(kept) }
  const [, relation = '', other] = /^(?: {6})?- ([a-z-]+): (\S+)$/.exec(line) ?? []
  return other === undefined ? undefined : { tie: tieOf(id, kept(relation), kept(other)) }
}

type Kept = (text: string) => string

/** Each text once, and without the file from which it is cut. */
function shared(): Kept {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const copy = Buffer.from(text).toString()
    known.set(copy, copy)
    return copy
  }
}

function entityFilesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => /\.yaml$/.test(path) && !/^(sources|ontology)/.test(path))
}

function tieOf(id: string, relation: string, other: string): WrittenTie {
  const inverse = inverses[relation]
  return inverse === undefined
    ? { relation, source: id, target: other }
    : { relation: inverse, source: other, target: id }
}

/** Goes outwards from both ends in turn, where fewer are met. */
function distance(tiesOf: GeneratedFiles['tiesOf'], from: string, to: string): number | undefined {
  const begin = (id: string): Reached => ({ frontier: [id], met: new Set([id]) })
  let [one, other] = [begin(from), begin(to)]
  for (let hops = 1; one.frontier.length > 0 && other.frontier.length > 0; hops++) {
    if (one.frontier.length > other.frontier.length) [one, other] = [other, one]
    const ends = one.frontier.flatMap((id) => endsAt(tiesOf(id), id))
    if (ends.some((end) => other.met.has(end))) return hops
    const { met } = one
    const fresh = new Set(ends.filter((end) => !met.has(end) && !end.startsWith('place-')))
    for (const end of fresh) met.add(end)
    one.frontier = [...fresh]
  }
  return undefined
}

interface Reached {
  frontier: readonly string[]
  readonly met: Set<string>
}

function endsAt(ties: readonly WrittenTie[], id: string): string[] {
  return ties.map(({ source, target }) => (source === id ? target : source))
}

function citedIn(
  folder: string,
  places: ReadonlyMap<string, string>,
  { relation, source, target }: WrittenTie,
): string[] {
  const isInverse = !relationsIn(folder, places, source).some((each) => each[relation] === target)
  const [inverse = ''] =
    Object.entries(inverses).find(([, direct]) => direct === relation && isInverse) ?? []
  const found = isInverse
    ? relationsIn(folder, places, target).find((each) => each[inverse] === source)
    : relationsIn(folder, places, source).find((each) => each[relation] === target)
  return [found?.cite ?? []].flat().map((cite) => {
    const [report = '', paragraph = ''] = cite.split('#')
    const text = readFileSync(join(folder, 'sources', `${report}.yaml`), 'utf8')
    return `${(parse(text) as { title: string }).title} ${paragraph}`
  })
}

interface YamlEntity {
  readonly relations?: readonly YamlRelation[]
}

type YamlRelation = Readonly<Record<string, string>> & { readonly cite?: string | string[] }

function relationsIn(
  folder: string,
  places: ReadonlyMap<string, string>,
  id: string,
): readonly YamlRelation[] {
  const text = readFileSync(join(folder, places.get(id) ?? ''), 'utf8')
  const file = parse(text) as YamlEntity & { readonly entities?: Record<string, YamlEntity> }
  return (file.entities?.[id] ?? file).relations ?? []
}
