import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import type { Imported } from '../imported.ts'
import { wholeText } from '../text-pieces.ts'
import { UnreadableInput } from '../unreadable-input.ts'
import { asGraphology } from './as-graphology.ts'
import { readForeignGraph } from './foreign-graph.ts'
import { parseJson } from './json-values.ts'
import { isOwnGraph, readOwnGraph } from './own-graph.ts'

export const json = {
  extensions: ['json'],
  description:
    'A graph as graphology, networkx (node-link), D3 or Cytoscape write it; one that Dossier exported comes back whole.',
  read: readJson,
} as const satisfies ImportFormat

async function readJson(
  [input]: readonly ImportInput[],
  context: ImportContext,
): Promise<Imported> {
  if (input === undefined) throw new Error('A format that takes one file is given one.')
  const document = parseJson(await wholeText(input, context), input.name)
  if (isOwnGraph(document)) return readOwnGraph(document, context.report)
  const graph = asGraphology(document)
  if (graph) return readForeignGraph(graph, input.name, context.report)
  throw new UnreadableInput(
    `"${input.name}" holds no graph that is known: at its top there is neither "nodes", as graphology ("graph.export()") and networkx ("node_link_data") write it, nor "elements", as Cytoscape does.`,
  )
}
