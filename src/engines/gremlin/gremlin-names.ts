import { createHash } from 'node:crypto'
import type { RecordKind } from '../engine.ts'

/** What Dossier's things are called in a graph that may hold other things, too. */
export const property = {
  key: 'dossierKey',
  hash: 'dossierHash',
  data: 'dossierData',
  bucket: 'dossierBucket',
  word: 'dossierWord',
  first: 'dossierFirst',
  last: 'dossierLast',
} as const

export const vertexLabels = {
  base: 'DossierBase',
  facts: 'DossierFacts',
  nodes: 'DossierEntity',
  files: 'DossierFile',
  words: 'DossierWord',
} as const

/** What has vertices, beside the base itself. */
export type VertexKind = Exclude<RecordKind, 'edges'> | 'facts' | 'words'

/**
 * Vertices are found by their bucket page by page, through an index: a graph that lies on many servers cannot be read
 * in one go, and one that holds several bases must not be. The numbers are part of the layout.
 */
export const buckets: Readonly<Record<VertexKind, number>> = {
  nodes: 1024,
  files: 1024,
  words: 256,
  facts: 1,
}

/**
 * The label of an edge: `dossier:leads` for the first between two entities, of which the store keeps one alone, however
 * often it is written; `dossier:leads:more` for further stints.
 */
export function edgeLabels(relation: string): readonly [first: string, more: string] {
  return [`dossier:${relation}`, `dossier:${relation}:more`]
}

/** Where the vertices are that stand for bases. */
export const basesBucket = 'dossier'

export interface GremlinNames {
  readonly namespace: string
  /** Id of the vertex that stands for the base. */
  readonly base: string
  readonly vertex: (kind: VertexKind, key: string) => string
  readonly bucket: (kind: VertexKind, number: number) => string
  readonly bucketOf: (kind: VertexKind, key: string) => string
  /** A word as it is indexed: those of other bases are others. */
  readonly word: (word: string) => string
}

export function gremlinNames(namespace: string): GremlinNames {
  const base = `${basesBucket}:${asVertexId(namespace)}`
  const bucket = (kind: VertexKind, number: number) => `${base}/${kind}/${number}`
  return {
    namespace,
    base,
    // A word or path may hold anything and be of any length.
    vertex: (kind, key) => `${base}:${kind}:${kind === 'nodes' ? asVertexId(key) : digest(key)}`,
    bucket,
    bucketOf: (kind, key) => bucket(kind, numberOf(key, buckets[kind])),
    word: (word) => `${base}/${word}`,
  }
}

/** JanusGraph wants ASCII without hyphens; ids have no underscores. */
function asVertexId(text: string): string {
  return text.replace(/[^a-z0-9]/g, (character) =>
    character === '-' ? '_' : `.${character.charCodeAt(0).toString(16)}.`,
  )
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}

function numberOf(key: string, count: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % count
}
