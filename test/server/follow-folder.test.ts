import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCompiler } from '../../src/compile.ts'
import { readSources, type Sources } from '../../src/documents/read-sources.ts'
import { followFolder } from '../../src/server/follow-folder.ts'
import { type Look, lookAtBase } from '../../src/server/look-at-base.ts'
import { soon } from '../soon.ts'
import { type TinyBase, tinyBase, tinyFiles } from './tiny-base.ts'

vi.mock(import('../../src/documents/read-sources.ts'), { spy: true })
vi.mock(import('../../src/compile.ts'), { spy: true })

const ada = tinyFiles['people/ada.yaml']
const half = ada.slice(0, ada.indexOf('alan'))
const whole = ada.replace('Ada', 'Ada Lovelace')

let base: TinyBase

beforeEach(async () => {
  base = await tinyBase()
})
afterEach(async () => {
  vi.mocked(readSources).mockReset()
  vi.mocked(openCompiler).mockReset()
  await base.remove()
})

function withAda(sources: Sources, text: string): Sources {
  const files = sources.files.map((file) =>
    file.path === 'people/ada.yaml' ? { ...file, text } : file,
  )
  return { ...sources, files }
}

/** Follows a folder that holds, at each further look, the next text of Ada's file; the last stays. */
async function looks(texts: readonly string[], wanted: number): Promise<readonly Look[]> {
  const { first, see } = await lookAtBase(base.dataFolder)
  for (const text of texts) {
    vi.mocked(readSources).mockResolvedValueOnce(withAda(first.sources, text))
  }
  vi.mocked(readSources).mockResolvedValue(withAda(first.sources, texts.at(-1) ?? ada))
  const found: Look[] = []
  const followed = followFolder<Look>(base.dataFolder, {
    first,
    see,
    onChange: (look) => found.push(look),
    onWatchingFailed: () => {},
  })
  followed.refresh()
  await soon(() => expect(found).toHaveLength(wanted))
  await followed.close()
  return found
}

function errorsOf({ status }: Look): number {
  return status.errors
}

test('half a file is not told when the rest follows', async () => {
  const found = await looks([half, whole], 1)
  expect(found.map(errorsOf)).toEqual([0])
})

test('a file that is written again as it was is not told', async () => {
  const found = await looks([half, ada, whole], 1)
  expect(found[0]?.sources.files.map(({ text }) => text)).toContain(whole)
})

test('half a file is told when nothing follows', async () => {
  const found = await looks([half, half], 1)
  expect(found.map(errorsOf)).toEqual([1])
  expect(found[0]?.status.stale).toBe(true)
})

test('a mistake of ours leaves the last graph, and the next save mends it', async () => {
  const error = new Error('A mistake of ours.')
  const original = vi.mocked(openCompiler).getMockImplementation() ?? openCompiler
  let fails = false
  vi.mocked(openCompiler).mockImplementationOnce(() => {
    const compile = original()
    return (sources) => {
      if (fails) throw error
      return compile(sources)
    }
  })
  const { first, see } = await lookAtBase(base.dataFolder)
  const found: Look[] = []
  fails = true
  await base.write('people/ada.yaml', whole)
  const followed = followFolder<Look>(base.dataFolder, {
    first,
    see,
    onChange: (look) => found.push(look),
    onWatchingFailed: () => {},
  })
  await soon(() => expect(found).toHaveLength(1))
  expect(found[0]?.event).toEqual({ kind: 'compiling-failed', error })
  expect(found[0]?.status).toEqual(first.status)

  fails = false
  await base.write('people/ada.yaml', ada)
  await soon(() => expect(found).toHaveLength(2))
  expect(found[1]?.event.kind).toBe('compiled')
  await followed.close()
})
