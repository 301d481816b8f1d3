import type { Document } from '../documents/document.ts'
import {
  isEmpty,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../documents/yaml-node.ts'
import { ownPaths } from '../model/own-files.ts'
import { claimKeys } from '../model/read-claim.ts'
import { fileName, holdsMany } from '../model/read-entity.ts'
import { endsOf, placed, viewValue } from '../model/view-keys.ts'
import type { Span } from '../text/span.ts'

/** An entity or a source where its id comes from: the name of its file, or a key under `entities`. */
export interface DeclaredId {
  readonly id: string
  readonly kind: 'entity' | 'source'
  readonly from: 'file-name' | 'key'
  /** Of the key; the start of the file where its name is the id. */
  readonly span: Span
  readonly body: YamlNode
}

/** A mention of an entity, or of a source in a citation. */
export interface Reference {
  readonly id: string
  readonly kind: 'entity' | 'source'
  readonly scalar: YamlScalar
  /** The list in which it stands. */
  readonly list: YamlList | undefined
}

export function declaredIds(document: Document): DeclaredId[] {
  const { path, root } = document
  if (root === undefined || ownPaths.includes(path)) return []
  const isSource = path.startsWith('sources/')
  if (isSource || !holdsMany(document)) {
    const span = { file: path, start: root.span.start, end: root.span.start }
    const kind = isSource ? 'source' : 'entity'
    return [{ id: fileName(path), kind, from: 'file-name', span, body: root }]
  }
  return valuesOf(root, 'entities').flatMap((entities) =>
    entities.kind !== 'map'
      ? []
      : entities.entries.map(({ key: { value: id, span }, value: body }) => {
          return { id, kind: 'entity', from: 'key', span, body } as const
        }),
  )
}

/**
 * Every mention of an id where one can stand, whether it leads anywhere or not, and also in claims that the model
 * leaves out because something else in them is wrong: who mends those must find the id that is meant.
 */
export function references(document: Document): Reference[] {
  const { path, root } = document
  if (root === undefined || path === 'ontology.yaml' || path.startsWith('sources/')) return []
  if (path === 'identity.yaml') return root.entries.flatMap(({ value }) => inDecisions(value))
  if (path === 'views.yaml') return valuesOf(root, 'views').flatMap(itemsOf).flatMap(inView)
  if (!holdsMany(document)) return inEntity(root)
  const bodies = declaredIds(document).flatMap(({ body }) => inEntity(body))
  return [...inCitations(root), ...bodies]
}

function inDecisions(decisions: YamlNode): Reference[] {
  return itemsOf(decisions).flatMap((decision) => [
    ...valuesOf(decision, 'entities').flatMap(entityIds),
    ...inCitations(decision),
  ])
}

function inView(view: YamlNode): Reference[] {
  return valuesOf(view, 'show').flatMap((show) =>
    show.kind === 'map' ? show.entries.flatMap(({ key, value }) => inShown(key.value, value)) : [],
  )
}

function inShown(key: string, value: YamlNode): Reference[] {
  const kind = viewValue(key)
  if (kind === 'entity') return entityIds(value)
  if (kind === 'source') return inList(value, kind)
  if (kind === 'place') {
    return inList(value, 'entity').map((place) => ({ ...place, id: placed(place.id) }))
  }
  return kind === 'relation' ? inList(value, 'entity').flatMap(endsIn) : []
}

/** The ends of an edge stand in one scalar, each as a piece of it. */
function endsIn(edge: Reference): Reference[] {
  const { id: key, scalar } = edge
  const first = scalar.span.start + (scalar.plain ? 0 : 1)
  return endsOf(key).map((id, index) => {
    const start = first + (index === 0 ? 0 : key.indexOf(`--${id}`, key.indexOf('--') + 2) + 2)
    return { ...edge, id, scalar: { ...scalar, span: { ...scalar.span, start } } }
  })
}

function inEntity(body: YamlNode): Reference[] {
  return [
    ...inCitations(body),
    ...valuesOf(body, 'when').flatMap(inClaim),
    ...valuesOf(body, 'attributes').flatMap((attributes) =>
      attributes.kind === 'map'
        ? attributes.entries.flatMap(({ value }) => itemsOf(value).flatMap(inClaim))
        : [],
    ),
    ...valuesOf(body, 'relations').flatMap(itemsOf).flatMap(inRelation),
  ]
}

const besidesRelation: readonly string[] = ['as', ...claimKeys]

function inRelation(relation: YamlNode): Reference[] {
  if (relation.kind !== 'map') return []
  const targets = relation.entries
    .filter(({ key }) => !besidesRelation.includes(key.value))
    .flatMap(({ value }) => entityIds(value))
  return [...targets, ...inClaim(relation)]
}

function inClaim(claim: YamlNode): Reference[] {
  return [
    ...valuesOf(claim, 'said-by').flatMap(entityIds),
    ...inCitations(claim),
    ...valuesOf(claim, 'rivals')
      .flatMap(itemsOf)
      .flatMap((rival) => [...valuesOf(rival, 'target').flatMap(entityIds), ...inClaim(rival)]),
  ]
}

/** In what a map says under `cite`: `report#p4`, or the long form. */
function inCitations(map: YamlNode): Reference[] {
  return valuesOf(map, 'cite').flatMap((cite) => {
    const list = cite.kind === 'list' ? cite : undefined
    return itemsOf(cite).flatMap((item) => {
      const scalars = item.kind === 'map' ? valuesOf(item, 'source') : [item]
      return scalars.flatMap((scalar) => reference(scalar, 'source', list))
    })
  })
}

function entityIds(node: YamlNode): Reference[] {
  return inList(node, 'entity')
}

function inList(node: YamlNode, kind: Reference['kind']): Reference[] {
  const list = node.kind === 'list' ? node : undefined
  return itemsOf(node).flatMap((item) => reference(item, kind, list))
}

function reference(
  node: YamlNode,
  kind: Reference['kind'],
  list: YamlList | undefined,
): Reference[] {
  if (node.kind !== 'scalar' || isEmpty(node)) return []
  const text = node.text.trim()
  const id = kind === 'source' ? (text.split('#')[0] ?? '') : text
  return [{ id, kind, scalar: node, list }]
}

/** All values of a key: a file that has it twice is wrong, and none of them may be missed. */
export function valuesOf(node: YamlNode, key: string): YamlNode[] {
  if (node.kind !== 'map') return []
  return node.entries.filter((entry) => entry.key.value === key).map(({ value }) => value)
}

export function itemsOf(node: YamlNode): readonly YamlNode[] {
  return node.kind === 'list' ? node.items : [node]
}

/** Every scalar below a node that is a value and not a key. */
export function scalarsIn(node: YamlNode | YamlMap): YamlScalar[] {
  if (node.kind === 'scalar') return [node]
  if (node.kind === 'list') return node.items.flatMap(scalarsIn)
  return node.entries.flatMap(({ value }) => scalarsIn(value))
}
