import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { WrongExpression } from '../queries/along/wrong-expression.ts'
import { describeObstacles } from '../queries/describe-obstacles.ts'
import { describePath, sourcesInWords } from '../queries/describe-path.ts'
import { findPaths, type PathAnswer, type PathQuestion } from '../queries/find-paths.ts'
import { obstacles } from '../queries/obstacles.ts'
import { projected } from '../queries/projected.ts'
import { type PathOptions, readPathQuestion } from '../queries/read-path-question.ts'
import { longestByDefault } from '../queries/routes/find-routes.ts'
import { exitCodes } from './exit-codes.ts'
import { openGraph } from './open-folder.ts'
import { counted, indented, print, printJson, say, stream } from './output.ts'
import { pathFormats } from './path-formats.ts'

interface Options extends PathOptions {
  readonly data?: string
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
  const { data, json, format, project, ...given } = options
  const { graph, options: asked } = projected((await openGraph(data)).graph, project, given)
  const question = readOrPoint(graph, from, to, asked)
  if (question === undefined) return
  const answer = findPaths(graph, question)
  const write = pathFormats[format ?? '']
  if (json) printAsJson(graph, question, asked, answer)
  else if (write === undefined) print(inWords(graph, answer, question, asked))
  else {
    await stream(write(graph, answer.paths))
    if (answer.paths.length === 0) say(none(graph, answer, question, asked).join(' '))
  }
}

/** Shows where in an expression it cannot be read; undefined then. */
function readOrPoint(
  graph: KnowledgeGraph,
  from: string,
  to: string,
  asked: PathOptions,
): PathQuestion | undefined {
  try {
    return readPathQuestion(graph, from, to, asked)
  } catch (error) {
    if (!(error instanceof WrongExpression)) throw error
    const { message, expression, start, end } = error
    say(message)
    say(indented(expression))
    say(indented(`${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`))
    process.exitCode = exitCodes.wrongUse
    return undefined
  }
}

function printAsJson(
  graph: KnowledgeGraph,
  { from, to }: PathQuestion,
  asked: PathOptions,
  answer: PathAnswer,
): void {
  const isEmpty = answer.paths.length === 0 && !answer.truncated
  printJson({
    version: 1,
    question: { from, to, options: asked },
    ...answer,
    ...(isEmpty && { obstacles: obstacles(graph, from, to, asked) }),
  })
}

function inWords(
  graph: KnowledgeGraph,
  answer: PathAnswer,
  question: PathQuestion,
  asked: PathOptions,
): string {
  const { paths, truncated } = answer
  if (paths.length === 0) return none(graph, answer, question, asked).join('\n')
  const shown = paths.slice(0, mostShown)
  const told = shown.map((path, index) => {
    const doubt = path.doubt === undefined ? '' : `, ${path.doubt} decibels of doubt`
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
function none(
  graph: KnowledgeGraph,
  { truncated }: PathAnswer,
  question: PathQuestion,
  asked: PathOptions,
): string[] {
  const [start, end] = ends(graph, question)
  const { from, to, all } = question
  const max = question.max ?? (all ? longestByDefault.all : longestByDefault.best)
  const always = ['max', 'all', 'top', 'weight', 'inferred']
  const filtered = Object.keys(asked).some((key) => !always.includes(key))
  const conditions = filtered || asked.inferred === false ? ' that meets these conditions' : ''
  const lead = `${start} and ${end} are not connected by a path of at most ${counted(max, 'hop')}${conditions}.`
  // What was not looked at to the end cannot tell what is in the way.
  if (truncated) return [lead, 'The search was cut short, so there may be one.']
  const lines = describeObstacles(graph, question, asked, obstacles(graph, from, to, asked))
  return [
    lead,
    ...(lines.length > 0 ? lines : ['Nothing in this base connects them, whatever is asked.']),
  ]
}
