import { createHash } from 'node:crypto'
import type { EdgeAttributes, NodeAttributes } from '../graph/knowledge-graph.ts'
import { letters } from '../queries/entity-named.ts'
import { type SoughtWord, searchedWords } from '../queries/search-entities.ts'
import { spansOf } from '../queries/spans.ts'
import type { EdgeRecord, FileRecord, NodeRecord } from './engine.ts'

/** What an engine keeps of a node. */
export function nodeRecord(id: string, attributes: NodeAttributes): NodeRecord {
  const words = [
    ...searchedWords(id, attributes).flatMap((words) => [...words]),
    ...[attributes.label, ...attributes.aliases].map(nameWord),
  ]
  const kept = [...new Set(words.map(cutWord))].filter((word) => word !== '=')
  return { id, attributes, words: kept, hash: hashOf({ id, attributes }) }
}

/** What an engine keeps of an edge. */
export function edgeRecord(
  key: string,
  source: string,
  target: string,
  attributes: EdgeAttributes,
): EdgeRecord {
  const { first, last } = spansOf([attributes])
  const record = { key, source, target, attributes }
  return { ...record, ...days(first[0], last[0]), hash: hashOf(record) }
}

export function fileRecord(path: string, text: string): FileRecord {
  return { path, text, hash: hashOf({ path, text }) }
}

/** The word by which an entity is found that bears this very name, whatever its case and marks. */
export function nameWord(name: string): string {
  return `=${letters(name)}`
}

/** A word as it is sought. */
export function soughtWord(word: SoughtWord): SoughtWord {
  return { ...word, text: cutWord(word.text) }
}

/** What is longer is no word of a person; servers refuse terms of many kilobytes. */
function cutWord(word: string): string {
  return word.slice(0, mostLetters)
}

const mostLetters = 100

function days(first = -Infinity, last = Infinity): { first?: number; last?: number } {
  return { ...(Number.isFinite(first) && { first }), ...(Number.isFinite(last) && { last }) }
}

/** Of the content alone: what was written by another version of Dossier in the same words counts as the same. */
function hashOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
}
