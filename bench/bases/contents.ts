import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { filesIn } from '../floors/files-in.ts'

/** What YAML can hold when every scalar is text. */
export type Data = string | readonly Data[] | { readonly [key: string]: Data }

export interface Ontology {
  readonly entities: Readonly<Record<string, EntityType>>
  readonly relations: Readonly<Record<string, RelationType>>
}

export interface EntityType {
  readonly is?: string
  readonly abstract?: string
  readonly attributes?: Readonly<Record<string, string | { readonly 'one-of': readonly string[] }>>
}

interface RelationType {
  readonly from: string
  readonly to: string
}

/** An entity or a source as its file has it, with the id that is the file's name. */
export interface Item {
  readonly id: string
  readonly data: Readonly<Record<string, Data>>
}

export interface Contents {
  readonly ontology: Ontology
  readonly entities: readonly Item[]
  readonly sources: readonly Item[]
}

/** What a generated base says, from the copy of it that is JSON. */
export function readContents(twin: string): Contents {
  const data = join(twin, 'graph-data')
  const items = filesIn(data).filter((path) => dirname(path) !== data)
  const isSource = (path: string) => dirname(relative(data, path)) === 'sources'
  return {
    ontology: readJson(join(data, 'ontology.json')),
    entities: items.filter((path) => !isSource(path)).map(readItem),
    sources: items.filter(isSource).map(readItem),
  }
}

/** Its relations, each as the name, the target and what else the claim says. */
export function relationsOf({ data }: Item, ontology: Ontology): Relation[] {
  const relations = (data.relations ?? []) as readonly Readonly<Record<string, Data>>[]
  return relations.map((relation) => {
    const name = Object.keys(relation).find((key) => key in ontology.relations) ?? ''
    const { [name]: target, ...claim } = relation
    return { name, target: String(target), claim }
  })
}

export interface Relation {
  readonly name: string
  readonly target: string
  readonly claim: Readonly<Record<string, Data>>
}

/** A list of what may be written as one value or as a list. */
export function listed(data: Data | undefined): string[] {
  if (data === undefined) return []
  return Array.isArray(data) ? data.map(String) : [String(data)]
}

function readItem(path: string): Item {
  return { id: basename(path, '.json'), data: readJson(path) }
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
