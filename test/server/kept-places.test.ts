import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../src/server/start-server.ts'
import { soon } from '../soon.ts'
import { request } from './raw-request.ts'
import { type TinyBase, tinyBase } from './tiny-base.ts'

const count = 40

/** A base in which everybody knows somebody, from the first to the last. */
async function chain(): Promise<TinyBase> {
  const base = await tinyBase()
  onTestFinished(base.remove)
  for (let number = 0; number < count; number++) {
    const knows = number === 0 ? 'ada' : `p${number - 1}`
    await base.write(`p${number}.yaml`, person(`P${number}`, knows))
  }
  return base
}

const person = (name: string, knows: string) =>
  `type: person\nname: ${name}\nrelations: [{ knows: ${knows} }]\n`

/** The graph that a server gives for as long as it runs. */
async function served<Result>(
  base: TinyBase,
  use: (graph: () => Promise<string>) => Promise<Result>,
): Promise<Result> {
  const server = await startServer({ ...base, port: 0 })
  try {
    return await use(async () => String((await request(server.port, '/graph.json')).body))
  } finally {
    await server.close()
  }
}

const once = (base: TinyBase) => served(base, (graph) => graph())
const keptFile = (base: TinyBase) => join(base.dataFolder, '.dossier', 'places.json')

test('after a restart everybody stands where they stood, newcomers too', async () => {
  const base = await chain()
  const last = await served(base, async (graph) => {
    await base.write('zoe.yaml', person('Zoe', 'p20'))
    await soon(async () => expect(await graph()).toContain('Zoe'))
    return graph()
  })
  expect(await once(base)).toBe(last)
  await rm(keptFile(base))
  expect(await once(base)).not.toBe(last)
})

test('who joins between two runs gets a place, and nobody else moves for it', async () => {
  const base = await chain()
  const before = placesIn(await once(base))
  await base.write('zoe.yaml', person('Zoe', 'p20'))
  const after = placesIn(await once(base))
  expect(after.get('zoe')).toBeDefined()
  for (const [id, place] of before) expect(after.get(id)).toEqual(place)
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"version":2,"newcomers":0,"places":{}}',
  '{"version":1,"newcomers":0,"places":{"ada":[1,"2"]}}',
  '{"version":1,"newcomers":0,"places":{"ada":[1e308,2]}}',
  '{"version":1,"newcomers":"many","places":{"ada":[1,2]}}',
])('what Dossier has not written counts as nothing: %s', async (text) => {
  const base = await chain()
  const clean = await once(base)
  await writeFile(keptFile(base), text)
  expect(await once(base)).toBe(clean)
})

test('a link in the drawer is not followed, and a data folder that is gone stays gone', async () => {
  const base = await chain()
  const outside = join(base.viewerFolder, 'outside')
  await mkdir(outside)
  await symlink(outside, join(base.dataFolder, '.dossier'))
  await served(base, async () => rm(base.dataFolder, { recursive: true }))
  expect(existsSync(join(outside, 'places.json'))).toBe(false)
  expect(existsSync(base.dataFolder)).toBe(false)
})

test('what is kept is only of who is there', async () => {
  const base = await chain()
  await once(base)
  await rm(join(base.dataFolder, `p${count - 1}.yaml`))
  await once(base)
  const { places } = JSON.parse(await readFile(keptFile(base), 'utf8'))
  expect(Object.keys(places)).not.toContain(`p${count - 1}`)
  expect(Object.keys(places)).toContain('p0')
})

function placesIn(graph: string): Map<string, readonly [x: number, y: number]> {
  const { nodes } = JSON.parse(graph)
  return new Map(
    nodes.map(
      ({ key, attributes: { x, y } }: { key: string; attributes: { x: number; y: number } }) => [
        key,
        [x, y],
      ],
    ),
  )
}
