import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { servedFolder } from '../../src/cli/served-folder.ts'
import { answerCall } from '../../src/mcp/answer-call.ts'
import type { ServedBase } from '../../src/mcp/asked-base.ts'
import { emptyFolder } from '../cli/run-dossier.ts'
import { edit, file, textsOf } from '../model/edited-bases.ts'

const questions = [
  ['stats', {}],
  ['check', { limit: 1000 }],
  ['ontology', {}],
  ['sources', {}],
  ['sources', { of: 'report' }],
  ['find', { text: 'ada lovelace' }],
  ['show', { entity: 'Ada' }],
  ['show', { entity: 'Adda' }],
  ['neighbours', { entity: 'ada' }],
  ['path', { start: 'ada', end: 'zoo', all: true }],
  ['path', { start: 'bob', end: 'acme' }],
  ['common', { first: 'ada', second: 'bob' }],
  ['timeline', { entity: 'raid' }],
] as const

function answers(base: ServedBase) {
  return Promise.all(questions.map(([tool, args]) => answerCall(base, tool, args)))
}

const ada = 'type: person\nname: Ada\n'

test('after any edits all answers are those of a fresh start', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { maxLength: 6 }),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      async (files, edits) => {
        const path = emptyFolder()
        const write = (changes: Iterable<readonly [string, string | undefined]>) => {
          for (const [name, text] of changes) {
            const place = join(path, name)
            mkdirSync(dirname(place), { recursive: true })
            if (text === undefined) rmSync(place, { force: true })
            else writeFileSync(place, text)
          }
        }
        write(textsOf(files))
        const base = servedFolder({ path, folder: 'data' })
        await answers(base)
        for (const changes of edits) {
          write(changes)
          expect(await answers(base)).toEqual(await answers(servedFolder({ path, folder: 'data' })))
        }
      },
    ),
    // A name of two, of which the first in order of id came last.
    { numRuns: 20, examples: [[[['ada-2.yaml', ada]], [[['acme.yaml', ada]]]]] },
  )
})

test('an edit is seen where nothing has changed for long', async () => {
  const path = emptyFolder()
  const write = (name: string) =>
    writeFileSync(join(path, 'ada.yaml'), `type: person\nname: ${name}\n`)
  writeFileSync(join(path, 'ontology.yaml'), 'name: Test\nentities: { person: {} }\n')
  write('Ada')
  const base = servedFolder({ path, folder: 'data' })
  const label = () => base.use(({ ask }) => ask((graph) => graph.getNodeAttribute('ada', 'label')))
  expect(await label()).toBe('Ada')
  // Files that have just been written are read again in any case.
  await delay(2_100)
  expect([await label(), await label()]).toEqual(['Ada', 'Ada'])
  write('Eda')
  expect(await label()).toBe('Eda')
})

test('one question is answered after the other, and an aborted one not at all', async () => {
  const path = emptyFolder()
  for (const [name, text] of textsOf([])) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  const base = servedFolder({ path, folder: 'data' })
  const order: string[] = []
  const slow = base.use(async () => {
    order.push('slow begins')
    await delay(50)
    order.push('slow ends')
  })
  const ending = new AbortController()
  const aborted = base.use(async () => order.push('aborted'), ending.signal)
  const last = base.use(async () => order.push('last'))
  ending.abort(new Error('nobody waits'))
  await expect(aborted).rejects.toThrow('nobody waits')
  await Promise.all([slow, last])
  expect(order).toEqual(['slow begins', 'slow ends', 'last'])
})
