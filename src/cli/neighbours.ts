import { describeNeighbours } from '../queries/describe-neighbours.ts'
import { neighbourPage } from '../queries/neighbour-page.ts'
import { type NeighbourOptions, readNeighbourQuestion } from '../queries/read-neighbour-question.ts'
import { type BaseOptions, printAnswer } from './asked-base.ts'

interface Options extends NeighbourOptions, BaseOptions {
  readonly json?: boolean
}

export async function listNeighbours(
  [name = '']: readonly string[],
  options: Options,
): Promise<void> {
  await printAnswer(
    options,
    (graph) => neighbourPage(graph, readNeighbourQuestion(graph, name, options)),
    describeNeighbours,
  )
}
