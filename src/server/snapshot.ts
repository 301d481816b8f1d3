import type { Compilation } from '../compile.ts'
import type { SourceFile } from '../documents/document.ts'
import { formats } from '../exports/formats.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { layoutGraph } from '../graph/layout-graph.ts'
import { type Asset, plainAsset } from './asset.ts'
import { countErrors, describeStatus } from './describe-status.ts'
import type { Status } from './status.ts'

/** What the viewer gets at one moment. */
export interface Snapshot {
  readonly graph: Asset
  readonly status: Status
  /** The graph was made from data without errors, now or earlier. */
  readonly whole: boolean
}

/** Errors never replace a graph without errors: that one stays, and the status calls it stale. */
export function takeSnapshot(
  { graph, diagnostics }: Compilation,
  files: readonly SourceFile[],
  last: Snapshot | undefined,
): Snapshot {
  const broken = countErrors(diagnostics) > 0
  const stale = broken && last?.whole === true
  const shown = stale ? last.graph : graphAsset(graph)
  return {
    graph: shown,
    status: describeStatus(shown.hash, stale, diagnostics, files),
    whole: stale || !broken,
  }
}

function graphAsset(graph: KnowledgeGraph): Asset {
  layoutGraph(graph)
  const pieces: Buffer[] = []
  for (const text of formats.json.write(graph)) pieces.push(Buffer.from(text))
  return plainAsset(formats.json.mediaType, Buffer.concat(pieces))
}
