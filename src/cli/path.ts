import type { Ask } from '../engines/ask-engine.ts'
import { pathsOn } from '../engines/paths-on.ts'
import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { WrongExpression } from '../queries/along/wrong-expression.ts'
import { describeObstacles } from '../queries/describe-obstacles.ts'
import { describePath, sourcesInWords } from '../queries/describe-path.ts'
import type { PathAnswer, PathQuestion } from '../queries/find-paths.ts'
import type { PathOptions } from '../queries/read-path-question.ts'
import type { FoundPaths } from '../queries/readable-paths.ts'
import { longestByDefault } from '../queries/routes/find-routes.ts'
import { type BaseOptions, withBase } from './asked-base.ts'
import { exitCodes } from './exit-codes.ts'
import { counted, indented, print, printJson, say, stream } from './output.ts'
import { pathFormats, type WritePaths } from './path-formats.ts'
import { projecting } from './projecting.ts'

interface Options extends PathOptions, BaseOptions {
  readonly json?: boolean
  readonly format?: string
  /** A type of events to make ties of before the question is asked. */
  readonly project?: string
}

const mostShown = 10

export async function path(
  [from = '', to = '']: readonly string[],
  options: Options,
): Promise<void> {
  const { data, on, json, format, project, ...given } = options
  await withBase(options, async (base) => {
    const { ask, asked } = await projecting(base.ask, project, given)
    try {
      const found = { ...(await pathsOn(ask, from, to, asked)), asked }
      if (json) printAsJson(found)
      else await tell(ask, found, pathFormats[format ?? ''])
    } catch (error) {
      if (!(error instanceof WrongExpression)) throw error
      pointAt(error)
    }
  })
}

/** An answer and what was asked. */
interface Outcome extends FoundPaths {
  readonly asked: PathOptions
}

async function tell(ask: Ask, found: Outcome, write: WritePaths | undefined): Promise<void> {
  if (write === undefined) return print(await ask((graph) => inWords(graph, found)))
  const { paths } = found.answer
  await stream(await ask((graph) => [...write(graph, paths)]))
  if (paths.length === 0) say(await ask((graph) => none(graph, found).join(' ')))
}

/** Shows where in an expression it cannot be read. */
function pointAt({ message, expression, start, end }: WrongExpression): void {
  say(message)
  say(indented(expression))
  say(indented(`${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`))
  process.exitCode = exitCodes.wrongUse
}

function printAsJson({ question: { from, to }, asked, answer, why }: Outcome): void {
  printJson({
    version: 1,
    question: { from, to, options: asked },
    ...answer,
    ...(why && { obstacles: why }),
  })
}

function inWords(graph: KnowledgeGraph, found: Outcome): string {
  const { answer, question } = found
  const { paths, truncated } = answer
  if (paths.length === 0) return none(graph, found).join('\n')
  const shown = paths.slice(0, mostShown)
  const told = shown.map((path, index) => {
    const doubt = path.doubt === undefined ? '' : `, ${counted(path.doubt, 'decibel')} of doubt`
    const number =
      paths.length === 1
        ? ''
        : `Path ${index + 1} of ${paths.length}, ${counted(path.length, 'hop')}${doubt}\n`
    return `${number}${describePath(graph, path)}`
  })
  const more = paths.length - shown.length
  return [
    heading(graph, answer, question),
    ...told,
    ...(more > 0 ? [`${counted(more, 'more path')}; --json lists them all.`] : []),
    ...(truncated
      ? ['The search was cut short: there may be more paths. Ask with --max, --via or --avoid.']
      : []),
    ['Sources', ...sourcesInWords(graph, shown).map((line) => `  ${line}`)].join('\n'),
  ].join('\n\n')
}

function heading(graph: KnowledgeGraph, { paths }: PathAnswer, question: PathQuestion): string {
  const { all, top, weight } = question
  const [start, end] = ends(graph, question)
  const [first] = paths
  const isOfOneLength = !all && top === undefined && weight !== 'confidence'
  const kind = all
    ? 'path'
    : weight === 'confidence'
      ? 'least doubtful path'
      : top === undefined
        ? 'shortest path'
        : 'path'
  const length = isOfOneLength && first ? ` of ${counted(first.length, 'hop')}` : ''
  const best = top !== undefined && weight !== 'confidence' ? ', the shortest first' : ''
  return `${start} to ${end}: ${counted(paths.length, kind)}${length}${best}`
}

function ends(graph: KnowledgeGraph, { from, to }: PathQuestion): string[] {
  return [from, to].map((id) => graph.getNodeAttribute(id, 'label'))
}

/** That there is nothing, under which conditions, and what to loosen. */
function none(graph: KnowledgeGraph, { answer, question, asked, why }: Outcome): string[] {
  const [start, end] = ends(graph, question)
  const { all } = question
  const max = question.max ?? (all ? longestByDefault.all : longestByDefault.best)
  const always = ['max', 'all', 'top', 'weight', 'inferred']
  const filtered = Object.keys(asked).some((key) => !always.includes(key))
  const conditions = filtered || asked.inferred === false ? ' that meets these conditions' : ''
  const lead = `${start} and ${end} are not connected by a path of at most ${counted(max, 'hop')}${conditions}.`
  // What was not looked at to the end cannot tell what is in the way.
  if (answer.truncated) return [lead, 'The search was cut short, so there may be one.']
  if (why === undefined) return [lead, 'To find out why, too much would have to be looked at.']
  const lines = describeObstacles(graph, question, asked, why)
  return [
    lead,
    ...(lines.length > 0 ? lines : ['Nothing in this base connects them, whatever is asked.']),
  ]
}
