import type { Scalar } from '../../model/claim.ts'
import { given } from '../given.ts'
import type { ImportReport } from '../import-report.ts'
import type { Imported } from '../imported.ts'
import type { Properties, PropertyEdge, PropertyNode } from '../property-graph/property-graph.ts'
import { readPropertyGraph } from '../property-graph/read-property-graph.ts'
import { entriesIn, listIn, textIn, valueIn } from './json-values.ts'

/** A graph of some other program, in the serialization of graphology. */
export function readForeignGraph(document: unknown, name: string, report: ImportReport): Imported {
  const nodes = listIn(document, 'nodes').flatMap((node) => nodeOf(node, report) ?? [])
  const isUndirected = textIn(valueIn(document, 'options'), 'type') === 'undirected'
  const edges = listIn(document, 'edges').flatMap(
    (edge, at) => edgeOf(edge, at, isUndirected, report) ?? [],
  )
  const attributes = valueIn(document, 'attributes')
  const title = textIn(attributes, 'name') ?? textIn(attributes, 'title')
  for (const [told, value] of entriesIn(document, 'attributes')) {
    if (value !== title) report.note('left-out-graph-values', told)
  }
  const origin = {
    title: name,
    note: 'A graph that was imported from JSON. A locator is the key of a node or an edge in it, or what an edge ties.',
  }
  return readPropertyGraph({ ...given('name', title), nodes, edges }, origin, report)
}

function nodeOf(node: unknown, report: ImportReport): PropertyNode | undefined {
  const key = keyIn(node, 'key')
  if (key === undefined) {
    report.note('left-out-objects', 'nodes')
    return undefined
  }
  const colour = textIn(valueIn(node, 'attributes'), 'color')
  return {
    ...{ key, properties: propertiesOf(node, key, report), spells: [] },
    ...given('colour', colour),
  }
}

function edgeOf(
  edge: unknown,
  at: number,
  isUndirected: boolean,
  report: ImportReport,
): PropertyEdge | undefined {
  const [source, target] = [keyIn(edge, 'source'), keyIn(edge, 'target')]
  if (source === undefined || target === undefined) {
    report.note('left-out-objects', 'edges')
    return undefined
  }
  const key = keyIn(edge, 'key') ?? `edge-${at + 1}`
  const undirected = isUndirected || valueIn(edge, 'undirected') === true
  return {
    ...{ key, source, target, undirected, properties: propertiesOf(edge, key, report), spells: [] },
  }
}

/** Graphology takes numbers for keys, too, and makes texts of them. */
function keyIn(object: unknown, key: string): string | undefined {
  const value = valueIn(object, key)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function propertiesOf(item: unknown, key: string, report: ImportReport): Properties {
  const properties = new Map<string, readonly Scalar[]>()
  for (const [name, value] of entriesIn(item, 'attributes')) {
    const values = (Array.isArray(value) ? value : [value]).filter(isScalar)
    if (values.length > 0) properties.set(name, values)
    const lost = (Array.isArray(value) ? value : [value]).filter(
      (one) => !isScalar(one) && !isBlank(one),
    )
    if (lost.length > 0) report.note('left-out-values', `${key}: ${name}`)
  }
  return properties
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

function isScalar(value: unknown): value is Scalar {
  return (
    (typeof value === 'string' && value.trim() !== '') ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  )
}
