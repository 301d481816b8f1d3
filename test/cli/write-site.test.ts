import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openSiteFolder, writeSite } from '../../src/cli/write-site.ts'
import { emptyFolder } from './run-dossier.ts'

// The disk as it is, until a test lets one step fail.
vi.mock(import('node:fs/promises'), async (importOriginal) => {
  const original = await importOriginal()
  return { ...original, rename: vi.fn(original.rename) }
})
afterEach(() => void vi.resetAllMocks())

const noSpace = Object.assign(new Error('no space'), { code: 'ENOSPC' })
const files = (text: string) =>
  new Map(['viewer.js', 'index.html'].map((name) => [name, Buffer.from(`${name} ${text}`)]))

async function write(path: string, text: string): Promise<void> {
  await writeSite(openSiteFolder(path, false), files(text))
}

test('whichever step fails, nothing is left beside the files, and the next build goes on', async () => {
  for (const failing of [1, 2, 3]) {
    const path = join(emptyFolder(), 'site')
    const { rename } = await vi.importActual<typeof disk>('node:fs/promises')
    let step = 0
    vi.mocked(disk.rename).mockImplementation(async (from, to) => {
      step++
      if (step === failing) throw noSpace
      await rename(from, to)
    })
    await expect(write(path, 'new')).rejects.toThrow(
      `"${path}" cannot be written: the disk is full.`,
    )
    expect(readdirSync(path).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(existsSync(join(path, 'index.html'))).toBe(false)
    await write(path, 'newer')
    expect(readFileSync(join(path, 'index.html'), 'utf8')).toBe('index.html newer')
  }
})

test('the page takes its place after all that it needs', async () => {
  const path = join(emptyFolder(), 'site')
  await write(path, 'new')
  const places = vi.mocked(disk.rename).mock.calls.map(([, to]) => String(to).slice(path.length))
  expect(places).toEqual(['/.dossier-site.json', '/viewer.js', '/index.html'])
})
