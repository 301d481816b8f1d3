import type { Engine } from '../engine.ts'
import { gremlinBase } from './gremlin-base.ts'
import { gremlinNames } from './gremlin-names.ts'
import { gremlinReader } from './gremlin-reader.ts'
import { gremlinSearch } from './gremlin-search.ts'
import { type GremlinPlace, openSession } from './gremlin-session.ts'
import { gremlinVocabulary } from './gremlin-vocabulary.ts'
import { gremlinWriter } from './gremlin-writer.ts'

/** A base in a graph that speaks Gremlin: JanusGraph, which lays it out over many servers. */
export async function gremlinEngine(place: GremlinPlace, namespace: string): Promise<Engine> {
  const session = await openSession(place)
  const names = gremlinNames(namespace)
  const base = gremlinBase(session, names)
  const vocabulary = gremlinVocabulary(session, names, base)
  return {
    ...gremlinReader(session, names, base),
    search: gremlinSearch(session, names, vocabulary),
    writer: gremlinWriter(session, names, base, vocabulary),
    close: session.close,
  }
}
