import { execFileSync } from 'node:child_process'
import { compile } from '../../src/compile.ts'
import type { SourceFile } from '../../src/documents/document.ts'
import { readBase } from '../../src/documents/read-base.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'

export interface WholeBase {
  readonly graph: KnowledgeGraph
  readonly files: readonly SourceFile[]
}

/** Writes a base of so many entities into a folder, the same for the same seed, over what is there. */
export function generateBase(folder: string, entities: number, seed: number): Promise<WholeBase> {
  const options = ['--entities', String(entities), '--seed', String(seed), '--per-file', '20']
  execFileSync('node', ['bench/generate.mjs', folder, ...options], { stdio: 'pipe' })
  return readPushed(folder)
}

/** What a push of the folder is to leave. */
export async function readPushed(folder: string): Promise<WholeBase> {
  const sources = await readBase(folder)
  return { graph: compile(sources).graph, files: sources.files }
}
