import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { openCompiler } from '../../src/compile.ts'
import type * as layOut from '../../src/server/lay-out.ts'
import { layOutHere } from '../../src/server/lay-out.ts'
import type { LayoutTask } from '../../src/server/layout-worker.ts'
import { sourcesOf, textsOf } from '../model/edited-bases.ts'

/** The built one: a thread needs a program that Node reads. */
const { layOutAside }: typeof layOut = await import('../../dist/server/lay-out.js' as string)

function chain(count: number) {
  const people = Array.from({ length: count }, (_, at): [string, string] => [
    `p-${at}.yaml`,
    `type: ${at % 5 === 0 ? 'group' : 'person'}\nname: Nr ${at}\nrelations: ${
      at % 5 === 1 ? `[{ member-of: p-${at - 1}, when: 2001 }]` : '[]'
    }\n`,
  ])
  return openCompiler()(sourcesOf(textsOf(people))).graph
}

test('in a thread of its own a layout is the same, and the loop goes on turning', async () => {
  const graph = chain(60)
  let turns = 0
  const turning = setInterval(() => turns++, 1)
  const aside = await layOutAside(graph, new AbortController().signal)
  clearInterval(turning)
  expect(aside.size).toBe(60)
  expect(aside).toEqual(await layOutHere(graph, new AbortController().signal))
  expect(turns).toBeGreaterThan(1)
})

test('the bundled command line has the program of the thread beside it', async () => {
  const task: LayoutTask = {
    ontology: chain(1).attributes.ontology,
    nodes: [
      ['ada', 'person'],
      ['bob', 'person'],
    ],
    edges: [['ada', 'bob']],
  }
  const [places] = await once(
    new Worker('./dist/bin/layout-worker.js', { workerData: task }),
    'message',
  )
  expect([...places.keys()]).toEqual(['ada', 'bob'])
})

test('whoever ends it is not kept waiting', async () => {
  const closing = new AbortController()
  const made = layOutAside(chain(60), closing.signal)
  closing.abort()
  await expect(made).rejects.toThrow('The layout was ended')
})
