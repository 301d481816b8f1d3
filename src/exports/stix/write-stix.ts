import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { inChunks } from '../in-chunks.ts'
import { stixBase } from './stix-base.ts'
import { stixContext } from './stix-context.ts'
import { stixEntity } from './stix-entity.ts'
import { extensionObjects } from './stix-extension.ts'
import { type StixObject, stixJson } from './stix-json.ts'
import { stixRelationship } from './stix-relationship.ts'
import { identityNotes, rivalNotes, rivalOpinions } from './stix-remarks.ts'
import { restsOn, stixReport } from './stix-report.ts'

/** A bundle of STIX 2.1, one object a line. */
export function writeStix(graph: KnowledgeGraph): Iterable<string> {
  return inChunks(stixPieces(graph))
}

function* stixPieces(graph: KnowledgeGraph): Generator<string> {
  const { ids } = stixContext(graph)
  yield `{"type":"bundle","id":"${ids.bundle}","objects":[`
  let separator = '\n'
  for (const object of stixObjects(graph)) {
    yield separator + stixJson(object)
    separator = ',\n'
  }
  yield '\n]}\n'
}

/** Who says all this, then what is said, and last the reports that it rests on. */
function* stixObjects(graph: KnowledgeGraph): Generator<StixObject> {
  const context = stixContext(graph)
  const sources = Object.keys(graph.getAttribute('sources'))
  const resting = restsOn(graph)
  const unreported = sources.filter((source) => !resting.has(source))
  yield stixBase(context, unreported)
  yield* extensionObjects
  for (const node of graph.nodes()) {
    yield stixEntity(context, node)
    yield* rivalNotes(context, node)
  }
  for (const edge of graph.edges()) {
    yield stixRelationship(context, edge)
    yield* rivalOpinions(context, edge)
  }
  yield* identityNotes(context)
  for (const source of sources) {
    const found = resting.get(source)
    if (found) yield stixReport(context, source, found)
  }
}
