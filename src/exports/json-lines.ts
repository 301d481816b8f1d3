import type {
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
} from '../graph/knowledge-graph.ts'

type Options = Pick<KnowledgeGraph, 'type' | 'multi' | 'allowSelfLoops'>

export function nodeLine(key: string, attributes: NodeAttributes): string {
  return JSON.stringify({ key, attributes })
}

export function edgeLine(
  key: string,
  source: string,
  target: string,
  attributes: EdgeAttributes,
): string {
  return JSON.stringify({ key, source, target, attributes })
}

/** A graph in graphology's own serialization, of lines that are made already. */
export function* jsonOfLines(
  { type, multi, allowSelfLoops }: Options,
  attributes: GraphAttributes,
  nodes: Iterable<string>,
  edges: Iterable<string>,
): Generator<string> {
  yield `{\n"options":${JSON.stringify({ type, multi, allowSelfLoops })},\n`
  yield `"attributes":${JSON.stringify(attributes, null, 1)},\n"nodes":[`
  yield* separated(nodes)
  yield '\n],\n"edges":['
  yield* separated(edges)
  yield '\n]\n}\n'
}

function* separated(lines: Iterable<string>): Generator<string> {
  let separator = '\n'
  for (const line of lines) {
    yield separator + line
    separator = ',\n'
  }
}
