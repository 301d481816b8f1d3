import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { baseWith, dossier } from '../cli/run-dossier.ts'
import { connected } from './assistant.ts'

const person = (name: string, more = '') => `type: person\nname: ${name}\n${more}`

describe('what a question got wrong is told, and the talk goes on', () => {
  const folderOfNamesakes = () =>
    baseWith({
      'people/jan-1.yaml': person('Jan of Bruges', 'summary: A weaver.\n'),
      'people/jan-2.yaml': person('Jan of Bruges', 'summary: A dyer.\n'),
    })

  test.each([
    ['show', { entity: 'hildebrnd' }, 'Did you mean "hildebrand"'],
    ['show', {}, '"show" needs the argument "entity".'],
    ['shwo', { entity: 'hildebrand' }, 'There is no tool "shwo". Did you mean "show"?'],
    ['path', { start: 'hildebrand', end: 'hildebrand' }, 'A path needs two.'],
    ['path', { start: 'hildebrand', end: 'bergen', asof: '1400' }, 'Did you mean "asOf"?'],
    ['neighbours', { entity: 'hildebrand', type: 'person' }, 'takes a list of texts'],
    ['neighbours', { entity: 'hildebrand', type: ['persn'] }, 'Did you mean "person"?'],
    ['neighbours', { entity: 'hildebrand', asOf: '14.3.1400' }, 'is no date'],
    ['neighbours', { entity: 'hildebrand', after: 'page 2' }, 'is no place in this answer'],
    ['find', { text: 'bergen', limit: 0 }, 'a whole number from 1 on'],
    ['find', { text: 'bergen', offset: -1 }, 'a whole number from 0 on'],
    ['path', { start: 'hildebrand', end: 'bergen', along: 'leads/(' }, 'leads/(\n         ^'],
    ['sources', { of: 'ledgr' }, 'Did you mean "ledger"?'],
    ['explain', { code: 'cylce' }, 'Did you mean "cycle"?'],
  ])('%s %j', async (tool, args, told) => {
    const { ask } = await connected(folderOfNamesakes())
    const { text, isError } = await ask(tool, args)
    expect(text).toContain(told)
    expect(isError).toBe(true)
    expect((await ask('show', { entity: 'hildebrand' })).isError).toBe(false)
  })

  test('a name of several is a choice between them', async () => {
    const { ask } = await connected(folderOfNamesakes())
    const { text, isError } = await ask('timeline', { entity: 'jan of bruges' })
    expect(isError).toBe(true)
    expect(text).toBe(
      [
        '"jan of bruges" names several entities. Ask again with the id of one of them:',
        '  jan-1: Jan of Bruges (Person). A weaver.',
        '  jan-2: Jan of Bruges (Person). A dyer.',
      ].join('\n'),
    )
  })
})

describe('the files as they are now', () => {
  test('answer each question, as a command that starts afresh does', async () => {
    const folder = baseWith()
    const { ask } = await connected(folder)
    const file = (path: string) => join(folder, 'graph-data', path)
    const same = async () => {
      const { cited: _cited, warning: _warning, ...there } = (await ask('stats')).json
      expect(there).toEqual(JSON.parse(dossier(['stats', '--json'], folder).stdout))
      const found = (await ask('find', { text: 'Hildebrand' })).json
      const here = dossier(['find', 'Hildebrand', '--json'], folder).stdout
      expect(found.found).toEqual(JSON.parse(here).found)
      return there.entities
    }
    const before = await same()
    writeFileSync(file('people/greta.yaml'), person('Greta Hildebrand'))
    expect(await same()).toBe(before + 1)
    // The same length in the same instant as before.
    writeFileSync(file('people/greta.yaml'), person('Grete Hildebrand'))
    expect((await ask('show', { entity: 'greta' })).text).toContain('Grete Hildebrand')
    rmSync(file('people/greta.yaml'))
    expect(await same()).toBe(before)
    rmSync(join(folder, 'graph-data/people'), { recursive: true })
    expect(await same()).toBeLessThan(before)
  })

  test('with errors are told of as that, and answer all the same', async () => {
    const folder = baseWith({
      'people/x.yaml': person('X', 'relations: [{ leads: nobody, cite: ledger#p1 }]\n'),
    })
    const { ask } = await connected(folder)
    const { json, text, isError } = await ask('show', { entity: 'hildebrand' })
    expect(isError).toBe(false)
    expect(json.warning).toContain('an error (in people/x.yaml)')
    expect(text).toContain(`Warning: ${json.warning}`)
    const check = await ask('check', { limit: 1 })
    expect(check.json.errors).toBe(1)
    expect(check.text).toContain('people/x.yaml:3:22')
    writeFileSync(join(folder, 'graph-data/people/x.yaml'), person('X'))
    expect((await ask('show', { entity: 'hildebrand' })).json.warning).toBeUndefined()
  })

  test('that are gone are said to be, until they are back', async () => {
    const folder = baseWith()
    const { ask } = await connected(folder)
    expect((await ask('stats')).isError).toBe(false)
    rmSync(join(folder, 'graph-data'), { recursive: true })
    const { text, isError } = await ask('stats')
    expect(text).toBe('The folder "graph-data" cannot be read (ENOENT).')
    expect(isError).toBe(true)
  })
})

describe('addresses', () => {
  test('give the text of an entity, a source and the ontology', async () => {
    const { client, ask } = await connected(baseWith())
    const read = async (uri: string) => {
      const [content] = (await client.readResource({ uri })).contents
      return content && 'text' in content ? content.text : undefined
    }
    const { text } = await ask('show', { entity: 'hildebrand' })
    expect(await read('dossier://entity/hildebrand')).toBe(text)
    expect(await read('dossier://source/ledger')).toBe(
      (await ask('sources', { of: 'ledger' })).text,
    )
    const { resources } = await client.listResources()
    expect(await read(resources[0]?.uri ?? '')).toBe((await ask('ontology')).text)
    for (const uri of [
      'dossier://entity/nobody',
      'dossier://entity/%',
      'file:///etc/passwd',
      'x',
    ]) {
      await expect(read(uri)).rejects.toThrow()
    }
  })

  test('are completed', async () => {
    const { client } = await connected(baseWith())
    const { resourceTemplates } = await client.listResourceTemplates()
    const complete = async (at: number, value: string) => {
      const uri = resourceTemplates[at]?.uriTemplate ?? ''
      const { completion } = await client.complete({
        ref: { type: 'ref/resource', uri },
        argument: { name: 'id', value },
      })
      return completion.values
    }
    expect(await complete(0, 'hild')).toContain('hildebrand')
    expect(await complete(1, 'led')).toEqual(['ledger'])
    expect(await complete(1, 'x')).toEqual([])
  })

  test('are completed by a hundred, and it is told that there are more', async () => {
    const people = Array.from(
      { length: 101 },
      (_, at) => `  jan-${at}: { type: person, name: Jan }`,
    )
    const file = (count: number) => `entities:\n${people.slice(0, count).join('\n')}\n`
    for (const count of [100, 101]) {
      const { client } = await connected(baseWith({ 'people/jan.yaml': file(count) }))
      const { completion } = await client.complete({
        ref: { type: 'ref/resource', uri: 'dossier://entity/{id}' },
        argument: { name: 'id', value: 'jan' },
      })
      expect(completion.values.length).toBe(100)
      expect(completion.hasMore).toBe(count > 100)
    }
  })
})

test('every tool says that it only reads, what it takes and what it gives', async () => {
  const { client } = await connected(baseWith())
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toContain('path')
  for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
    expect(annotations, name).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    expect(description?.length, name).toBeGreaterThan(20)
    expect(outputSchema, name).toBeDefined()
    for (const [argument, schema] of Object.entries(inputSchema.properties ?? {})) {
      // An argument without a meaning would be described by its own name.
      expect((schema as { description: string }).description, name).not.toBe(argument)
    }
  }
})
