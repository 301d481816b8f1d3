import { readFileSync } from 'node:fs'
import { MultiDirectedGraph } from 'graphology'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { run } from './readers.ts'

/** What the built command exports of the shipped data in a format, and the graph behind it. */
export function exportOwn(format: string): { file: string; text: string; graph: KnowledgeGraph } {
  const file = `.peers/own.${format}`
  run('node', ['dist/bin/dossier.js', 'export', format, '-o', file])
  run('node', ['dist/bin/dossier.js', 'export', 'json', '-o', '.peers/own.json'])
  const graph = MultiDirectedGraph.from(JSON.parse(readFileSync('.peers/own.json', 'utf8')))
  return { file, text: readFileSync(file, 'utf8'), graph: graph as KnowledgeGraph }
}
