import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { describePath, sourcesInWords } from '../queries/describe-path.ts'
import { findPaths, longestByDefault, type PathAnswer } from '../queries/find-paths.ts'
import { type PathOptions, readPathQuestion } from '../queries/read-path-question.ts'
import { openGraph } from './open-folder.ts'
import { counted, print, printJson } from './output.ts'

interface Options extends PathOptions {
  readonly data?: string
  readonly json?: boolean
}

const mostShown = 10

export async function path(
  [from = '', to = '']: readonly string[],
  options: Options,
): Promise<void> {
  const { graph } = await openGraph(options.data)
  const question = readPathQuestion(graph, from, to, options)
  const answer = findPaths(graph, question)
  if (options.json) {
    const { data: _data, json: _json, ...asked } = options
    printJson({
      version: 1,
      question: { from: question.from, to: question.to, options: asked },
      ...answer,
    })
  } else print(inWords(graph, answer, question.from, question.to, options))
}

function inWords(
  graph: KnowledgeGraph,
  { paths, truncated }: PathAnswer,
  from: string,
  to: string,
  options: Options,
): string {
  const [start, end] = [from, to].map((id) => graph.getNodeAttribute(id, 'label'))
  const [first] = paths
  if (first === undefined)
    return `${start} and ${end} are not connected ${limits(graph, options, truncated)}`
  const kind = options.all ? 'path' : 'shortest path'
  const shown = paths.slice(0, mostShown)
  const told = shown.map((path, index) => {
    const number =
      paths.length === 1
        ? ''
        : `Path ${index + 1} of ${paths.length}, ${counted(path.length, 'hop')}\n`
    return `${number}${describePath(graph, path)}`
  })
  const more = paths.length - shown.length
  return [
    `${start} to ${end}: ${counted(paths.length, kind)}${options.all ? '' : ` of ${counted(first.length, 'hop')}`}`,
    ...told,
    ...(more > 0 ? [`${counted(more, 'more path')}; --json lists them all.`] : []),
    ...(truncated
      ? ['The search was cut short: there may be more paths. Ask with --max, --via or --avoid.']
      : []),
    ['Sources', ...sourcesInWords(graph, shown).map((line) => `  ${line}`)].join('\n'),
  ].join('\n\n')
}

/** Under which conditions nothing was found, so that the reader knows what to loosen. */
function limits(graph: KnowledgeGraph, options: Options, truncated: boolean): string {
  const max = options.max ?? (options.all ? longestByDefault.all : longestByDefault.shortest)
  const always = ['data', 'json', 'max', 'all', 'inferred']
  const filtered = Object.keys(options).some((key) => !always.includes(key))
  const conditions = filtered || options.inferred === false ? ' that meets these conditions' : ''
  return [
    `by a path of at most ${counted(max, 'hop')}${conditions}.`,
    ...(truncated ? ['The search was cut short, so there may be one.'] : []),
    ...(options.through ? [] : closedTypes(graph)),
  ].join(' ')
}

/** Which entities no path ran through because their ontology says so. */
function closedTypes(graph: KnowledgeGraph): string[] {
  const types = Object.entries(graph.getAttribute('ontology').entities)
  const closed = types.filter(([, { transit }]) => !transit)
  const isTop = ([
    ,
    {
      types: [, parent],
    },
  ]: (typeof closed)[number]) => closed.every(([id]) => id !== parent)
  const [first, ...others] = closed.filter(isTop).map(([id]) => id)
  if (first === undefined) return []
  const names = [first, ...others].join(', ')
  return [`Paths do not run through entities of type ${names}; "--through ${first}" lets them.`]
}
