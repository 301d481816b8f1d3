import type { Ask } from '../../engines/ask-engine.ts'
import { pathsOn } from '../../engines/paths-on.ts'
import { WrongExpression } from '../../queries/along/wrong-expression.ts'
import { describePath } from '../../queries/describe-path.ts'
import { projected } from '../../queries/projected.ts'
import { type PathOptions, pathKinds } from '../../queries/read-path-question.ts'
import { type FoundPaths, tellPaths } from '../../queries/readable-paths.ts'
import { WrongQuestion } from '../../queries/wrong-question.ts'
import { counted } from '../../text/counted.ts'
import { moreAfter, toolOf } from '../tool.ts'
import { unambiguous } from '../unambiguous.ts'

const { signal: _signal, ...kinds } = pathKinds

export const path = toolOf({
  name: 'path',
  title: 'How two entities are connected',
  description:
    'The chains of claims between two entities: each hop as a sentence with its citations, who said it and how sure it is; for the whole path its weakest hop and the time in which all hops can hold together. Where there is none, what stands in the way.',
  kinds: {
    start: 'text',
    end: 'text',
    ...kinds,
    project: 'text',
    limit: 'number',
    offset: 'number',
  },
  required: ['start', 'end'],
  limit: 5,
  gives: { question: 'object', paths: 'array', truncated: 'boolean' },
  answer: async ({ base, args, limit, signal }) => {
    const { start, end, project, limit: _limit, offset = 0, ...given } = args
    const told = { ...(signal && { signal }) }
    const { ask, options } = await projecting(base.ask, project, given)
    const [from, to] = await ask(
      (graph) => [unambiguous(graph, start), unambiguous(graph, end)] as const,
      told,
    )
    const found = await pathsOn(ask, from, to, options, signal).catch(pointAt)
    const { paths, truncated } = found.answer
    const shown = paths.slice(offset, offset + limit)
    return {
      text: await ask((graph) => inWords(graph, found, options, offset, shown.length), told),
      json: {
        version: 1,
        question: { from: found.question.from, to: found.question.to, options },
        paths: shown,
        truncated,
        ...(found.why && { obstacles: found.why }),
      },
      ...moreAfter('path', offset + shown.length, paths.length),
    }
  },
})

type Graph = Parameters<typeof describePath>[0]

async function projecting(ask: Ask, project: string | undefined, given: PathOptions) {
  if (project === undefined) return { ask, options: given }
  const { graph, options } = await ask((whole) => projected(whole, project, given))
  const asking: Ask = async (question) => question(graph)
  return { ask: asking, options }
}

function inWords(
  graph: Graph,
  found: FoundPaths,
  options: PathOptions,
  offset: number,
  count: number,
): string {
  const { question, answer } = found
  const { paths, truncated } = answer
  const [from, to] = [question.from, question.to].map((id) => graph.getNodeAttribute(id, 'label'))
  if (paths.length === 0) return `${from} to ${to}: ${String(tellPaths(graph, found, options))}`
  const told = paths.slice(offset, offset + count).map((one, at) => {
    const doubt = one.doubt === undefined ? '' : `, ${counted(one.doubt, 'decibel')} of doubt`
    const number = `Path ${offset + at + 1} of ${paths.length}, ${counted(one.length, 'hop')}${doubt}`
    return `${number}\n${describePath(graph, one)}`
  })
  const cut = 'The search was cut short: there may be more paths. Ask with max, via or avoid.'
  return [
    `${from} to ${to}: ${counted(paths.length, 'path')}`,
    ...told,
    ...(truncated ? [cut] : []),
  ].join('\n\n')
}

/** Shows where in an expression it cannot be read. */
function pointAt(error: unknown): never {
  if (!(error instanceof WrongExpression)) throw error
  const { message, expression, start, end } = error
  const pointer = `${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`
  throw new WrongQuestion(`${message}\n  ${expression}\n  ${pointer}`)
}
