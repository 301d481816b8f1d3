import { nameUuid } from '../uuid.ts'

/**
 * The ids of a base's objects, made of its name and theirs: the same entity has the same id in every export. STIX
 * recommends random ones, with which every export would be another graph.
 */
export interface StixIds {
  readonly producer: string
  readonly bundle: string
  readonly node: (type: string, node: string) => string
  readonly edge: (edge: string) => string
  readonly source: (source: string) => string
  /** Of a note or opinion on something, the `number`th one. */
  readonly remark: (type: 'note' | 'opinion', about: string, number: number) => string
}

export function stixIds(baseName: string): StixIds {
  const base = nameUuid(namespace, baseName)
  const id = (type: string, kind: string, name: string) =>
    `${type}--${nameUuid(base, `${kind} ${name}`)}`
  return {
    producer: id('identity', 'base', baseName),
    bundle: id('bundle', 'base', baseName),
    node: (type, node) => id(type, 'entity', node),
    edge: (edge) => id('relationship', 'relation', edge),
    source: (source) => id('report', 'source', source),
    remark: (type, about, number) => id(type, 'remark', `${number} ${about}`),
  }
}

/** Dossier's own, so that no other program makes the same ids. */
const namespace = '0d6cbb8c-7a54-4b58-9f43-6e1a52b7c3d9'
