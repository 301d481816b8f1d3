import { describe, expect, test } from 'vitest'
import { embeddedServer } from '../../src/engines/embedded.ts'
import { layoutVersion } from '../../src/engines/engine.ts'
import { factsIn, namespaceOn } from '../../src/engines/open-base.ts'
import { openServer } from '../../src/engines/open-server.ts'
import { pulledFiles } from '../../src/engines/pulled-files.ts'
import { push } from '../../src/engines/push.ts'
import { fileRecord } from '../../src/engines/records.ts'
import { graphOf } from '../graph/sources-of.ts'

describe('an address', () => {
  test.each(['graph-data', 'http://localhost:7687', 'bolt://', 'bolt:localhost', 'javascript:1'])(
    '%s is none',
    async (address) => {
      await expect(openServer(address, {})).rejects.toThrow('That is no address of a server.')
    },
  )

  test('that is none is not repeated, because a password may stand in it', async () => {
    const told = await openServer('blot://ada:secret@localhost', {}).catch(String)
    expect(told).not.toContain('secret')
  })

  test('names a base by a name that can be one', async () => {
    const asked = openServer('bolt://127.0.0.1:1?base=My%20Base', {})
    await expect(asked).rejects.toThrow('"My Base" cannot name a base.')
  })

  test.each(['bolt', 'gremlin', 'ws'])(
    '%s:// where nobody answers is told without the password',
    async (scheme) => {
      const environment = { DOSSIER_ENGINE_USER: 'ada', DOSSIER_ENGINE_PASSWORD: 'secret' }
      const told = await openServer(`${scheme}://127.0.0.1:1/db`, environment).catch(String)
      expect(told).toContain(`No server answers at ${scheme}://127.0.0.1:1 (`)
      expect(told).not.toContain('secret')
    },
  )
})

describe('the base that is meant', () => {
  const graph = graphOf({ 'ontology.yaml': 'name: One\nentities: { a: {} }\n' })
  const server = embeddedServer()

  test('is told apart from none, from others and from several', async () => {
    await expect(namespaceOn(server, undefined)).rejects.toThrow('has no base of Dossier')
    await push(server.engine('one'), { graph, files: [] })
    expect(await namespaceOn(server, undefined)).toBe('one')
    await expect(namespaceOn(server, 'two')).rejects.toThrow('no base "two". It has "one".')
    await push(server.engine('two'), { graph, files: [] })
    expect(await namespaceOn(server, 'two')).toBe('two')
    await expect(namespaceOn(server, undefined)).rejects.toThrow('several bases: "one", "two".')
  })

  test('is refused before its first push has ended, and when a newer Dossier has pushed it', () => {
    const state = { layout: layoutVersion, unfinished: true }
    expect(() => factsIn(state)).toThrow('has not ended yet, or was broken off')
    expect(() => factsIn({ ...state, layout: layoutVersion + 1 })).toThrow('Update Dossier.')
  })
})

describe('files that come from a server', () => {
  test.each([
    '../a.yaml',
    '/a.yaml',
    'a/../../b.yaml',
    'a//b.yaml',
    '.git/a.yaml',
    'a\\b.yaml',
    'a.sh',
  ])('%s is not written', async (path) => {
    const engine = embeddedServer().engine('base')
    await engine.writer.putFiles([fileRecord(path, 'x')])
    await expect(pulledFiles(engine).next()).rejects.toThrow('no place in a data folder')
  })
})
