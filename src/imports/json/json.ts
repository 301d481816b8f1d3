import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import type { Imported } from '../imported.ts'
import { wholeText } from '../text-pieces.ts'
import { UnreadableInput } from '../unreadable-input.ts'
import { readForeignGraph } from './foreign-graph.ts'
import { parseJson, valueIn } from './json-values.ts'
import { isOwnGraph, readOwnGraph } from './own-graph.ts'

export const json = {
  extensions: ['json'],
  description:
    "A graph in graphology's own serialization, of any program; one that Dossier exported comes back whole.",
  read: readJson,
} as const satisfies ImportFormat

async function readJson(
  [input]: readonly ImportInput[],
  context: ImportContext,
): Promise<Imported> {
  if (input === undefined) throw new Error('A format that takes one file is given one.')
  const document = parseJson(await wholeText(input, context), input.name)
  if (!Array.isArray(valueIn(document, 'nodes'))) {
    throw new UnreadableInput(
      `"${input.name}" is no graph of graphology: it has no list of "nodes" at its top. Write one with "graph.export()".`,
    )
  }
  return isOwnGraph(document)
    ? readOwnGraph(document, context.report)
    : readForeignGraph(document, input.name, context.report)
}
