import { expect, test } from 'vitest'
import { embeddedServer } from '../../src/engines/embedded.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { push } from '../../src/engines/push.ts'
import { edgeRecord, nodeRecord } from '../../src/engines/records.ts'
import { graphOf } from '../graph/sources-of.ts'
import { smallBase } from '../queries/small-base.ts'
import { compareStored } from './compare-stored.ts'

// What measures killed pushes must see what they break.

const graph = graphOf(smallBase)
const files = [{ path: 'ontology.yaml', text: smallBase['ontology.yaml'] ?? '' }]
const edge = 'makhdum-nusrat--leads--imu'

async function differences(damage: (engine: Engine) => Promise<void>): Promise<number> {
  const engine = embeddedServer().engine('base')
  await push(engine, { graph, files })
  await damage(engine)
  return (await compareStored(engine, { graph, files })).different
}

test('a base as it was pushed differs in nothing', async () => {
  expect(await differences(async () => {})).toBe(0)
})

test('what is gone, another or too much is seen', async () => {
  const { source, target, attributes } = {
    ...{ source: 'makhdum-nusrat', target: 'imu' },
    attributes: graph.getEdgeAttributes(edge),
  }
  const another = edgeRecord(edge, source, target, { ...attributes, note: 'Other.' })
  const further = edgeRecord(`${edge}--9`, source, target, attributes)
  const ada = graph.getNodeAttributes('ada')
  const damages: ((engine: Engine) => Promise<void>)[] = [
    ({ writer }) => writer.remove('edges', [edge]),
    ({ writer }) => writer.putEdges([another]),
    ({ writer }) => writer.putEdges([further]),
    ({ writer }) => writer.putNodes([nodeRecord('ada', { ...ada, label: 'Another' })]),
    ({ writer }) => writer.putNodes([{ ...nodeRecord('ada', ada), words: [] }]),
    ({ writer }) => writer.remove('files', ['ontology.yaml']),
    ({ writer }) => writer.putFiles([{ path: 'a.yaml', text: '', hash: '' }]),
  ]
  for (const damage of damages) expect(await differences(damage)).toBeGreaterThan(0)
})
