import { isObject, type JsonObject, listIn, valueIn } from './json-values.ts'

/**
 * A graph in the serialization of graphology, whichever of three it is in: that, the node-link form of networkx and D3
 * (`nodes` with an `id`, and `links` or `edges`), or that of Cytoscape (`elements`). Nothing where it is in none.
 */
export function asGraphology(document: unknown): JsonObject | undefined {
  const elements = valueIn(document, 'elements')
  if (Array.isArray(elements) || isObject(elements)) return ofCytoscape(document, elements)
  const nodes = valueIn(document, 'nodes')
  if (!isObject(document) || !Array.isArray(nodes)) return undefined
  return nodes.some((node) => valueIn(node, 'key') !== undefined) ? document : ofNodeLink(document)
}

function ofNodeLink(document: JsonObject): JsonObject {
  const nodes = listIn(document, 'nodes').map((node, at) => {
    const { id = at, ...attributes } = isObject(node) ? node : {}
    return { key: keyOf(id), attributes }
  })
  const edges = [...listIn(document, 'links'), ...listIn(document, 'edges')].map((edge) => {
    const { source, target, ...told } = isObject(edge) ? edge : {}
    return { source: keyOf(source), target: keyOf(target), attributes: withoutNumber(told) }
  })
  return { options: optionsIn(document), attributes: valueIn(document, 'graph'), nodes, edges }
}

function ofCytoscape(document: unknown, elements: unknown): JsonObject {
  const all = Array.isArray(elements)
    ? elements
    : [...listIn(elements, 'nodes'), ...listIn(elements, 'edges')]
  const isEdge = (element: unknown) => valueIn(valueIn(element, 'data'), 'source') !== undefined
  const nodes = all.filter((element) => !isEdge(element)).map(cytoscapeNode)
  const edges = all.filter(isEdge).map((element) => {
    const { id, source, target, ...told } = dataIn(element)
    const attributes = withoutNumber(told)
    return { key: id, source: keyOf(source), target: keyOf(target), attributes }
  })
  const data = valueIn(document, 'data')
  // Networkx writes a list of pairs there.
  const attributes = isObject(data) ? data : pairsIn(data)
  return { options: optionsIn(document), attributes, nodes, edges }
}

/** The number that networkx gives to parallel edges tells them apart and no more; a word says something. */
function withoutNumber({ key, ...attributes }: JsonObject): JsonObject {
  return typeof key === 'number' ? attributes : { ...attributes, ...(key !== undefined && { key }) }
}

function cytoscapeNode(element: unknown): JsonObject {
  const { id, value, ...data } = dataIn(element)
  const classes = valueIn(element, 'classes')
  const position = valueIn(element, 'position')
  return {
    key: keyOf(id),
    attributes: {
      // Networkx repeats the id here.
      ...(value !== undefined && keyOf(value) !== keyOf(id) && { value }),
      ...data,
      ...(typeof classes === 'string' && { classes }),
      ...(isObject(position) && { x: position.x, y: position.y }),
    },
  }
}

function dataIn(element: unknown): JsonObject {
  const data = valueIn(element, 'data')
  return isObject(data) ? data : {}
}

function pairsIn(data: unknown): JsonObject {
  const pairs = Array.isArray(data) ? data.filter(isPair) : []
  return Object.fromEntries(pairs)
}

function isPair(item: unknown): item is [string, unknown] {
  return Array.isArray(item) && typeof item[0] === 'string' && item.length === 2
}

/** Without a word on it, an edge leads from its source to its target. */
function optionsIn(document: unknown): JsonObject {
  return { type: valueIn(document, 'directed') === false ? 'undirected' : 'directed' }
}

/** Networkx takes pairs of numbers for nodes, and more. */
function keyOf(id: unknown): unknown {
  return Array.isArray(id) || typeof id === 'boolean' ? JSON.stringify(id) : id
}
