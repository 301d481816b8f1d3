import { compile } from '../compile.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { compareGraphs } from '../queries/compare-graphs.ts'
import { describeComparison } from '../queries/describe-comparison.ts'
import { comparisonAsMarkdown, comparisonAsText } from './comparison-formats.ts'
import { damageIn, findFolder, openGraph } from './open-folder.ts'
import { print, printJson, say } from './output.ts'
import { type ReadRevision, readRevision } from './read-revision.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly data?: string
  readonly json?: boolean
  readonly format: 'text' | 'markdown'
}

/** Tells what lies between two revisions of the files, or between one and the files as they are, in words of the graph. */
export async function diff(
  [revision = 'HEAD', other]: readonly string[],
  { data, json, format }: Options,
): Promise<void> {
  const { path, folder } = findFolder(data)
  const before = graphAt(path, folder, revision)
  const after = other === undefined ? (await openGraph(data)).graph : graphAt(path, folder, other)
  const comparison = compareGraphs(before, after)
  if (json) return printJson({ version: 1, from: revision, to: other ?? null, ...comparison })
  const title = `${folder}, from ${revision} to ${other ?? 'the files as they are'}`
  const told = describeComparison({ before, after }, comparison)
  print((format === 'markdown' ? comparisonAsMarkdown : comparisonAsText)(title, told))
}

function graphAt(path: string, folder: string, revision: string): KnowledgeGraph {
  const read = readRevision(path, revision)
  if (!read.ok) throw new WrongUse(whyNot(read.reason, folder, revision))
  const { graph, diagnostics } = compile(read.sources)
  const damage = damageIn(diagnostics)
  if (damage)
    say(`At ${revision} the data had ${damage}: what these hid is told as if it was not there.`)
  return graph
}

type Reason = Extract<ReadRevision, { ok: false }>['reason']

function whyNot(reason: Reason, folder: string, revision: string): string {
  const whys: Readonly<Record<Reason, string>> = {
    'no-git': 'Revisions are read by git, and it cannot be started. Install it first.',
    'no-repository': `"${folder}" is in no git repository, so it has no revisions to compare.`,
    'no-revision': `There is no revision "${revision}" here. Name a commit, a branch or a tag, as in "dossier diff HEAD~1" or "dossier diff v1.0 HEAD".`,
  }
  return whys[reason]
}
