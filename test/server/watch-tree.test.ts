import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type TreeWatch, watchTree } from '../../src/server/watch-tree.ts'
import { soon } from '../soon.ts'

let place = ''
let watching: TreeWatch | undefined
let told: (string | undefined)[] = []
const failed = vi.fn()

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'dossier-'))
  failed.mockReset()
  for (const path of ['a.yaml', 'b/b.yaml', 'b/c/c.yaml', '.git/HEAD']) write(path)
  told = []
  watching = watchTree(place, (path) => told.push(path), failed)
})
afterEach(() => {
  watching?.close()
  expect(failed).not.toHaveBeenCalled()
  rmSync(place, { recursive: true, force: true })
})

function write(path: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true })
  writeFileSync(join(place, path), 'a: 1\n')
}

/** Does something, and waits until it is told. */
async function after(action: () => void, wanted: string | undefined): Promise<void> {
  await delay(20)
  told = []
  action()
  await soon(() => expect(told).toContain(wanted))
}

test.each(['a.yaml', 'b/b.yaml', 'b/c/c.yaml', 'b/c/new.yaml'])(
  '%s is told when it is written',
  async (path) => {
    await after(() => write(path), path)
    expect(new Set(told)).toEqual(new Set([path]))
  },
)

test('a file is told when it goes, and when another takes its name', async () => {
  await after(() => rmSync(join(place, 'a.yaml')), 'a.yaml')
  write('b/next')
  await after(() => renameSync(join(place, 'b/next'), join(place, 'b/b.yaml')), 'b/b.yaml')
  expect(told).toContain('b/next')
})

test('a new folder is more than one file, and what is in it is told from then on', async () => {
  await after(() => write('new/deep/d.yaml'), undefined)
  await after(() => write('new/deep/d.yaml'), 'new/deep/d.yaml')
})

test('a folder that has moved is told by its new name', async () => {
  await after(() => renameSync(join(place, 'b'), join(place, 'moved')), undefined)
  await after(() => write('moved/c/c.yaml'), 'moved/c/c.yaml')
})

test('a folder that gives way to another of its name is followed', async () => {
  await after(() => {
    renameSync(join(place, 'b'), join(place, 'old'))
    write('b/b.yaml')
  }, undefined)
  await after(() => write('b/b.yaml'), 'b/b.yaml')
})

test('names that begin with a dot are passed over, and so is what lies behind a link', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'dossier-'))
  await after(() => symlinkSync(elsewhere, join(place, 'link')), 'link')
  told = []
  write('.git/HEAD')
  write('b/.b.yaml.swp')
  writeFileSync(join(elsewhere, 'x.yaml'), 'a: 1\n')
  await after(() => write('a.yaml'), 'a.yaml')
  expect(new Set(told)).toEqual(new Set(['a.yaml']))
  rmSync(elsewhere, { recursive: true })
})

test('once it is closed nothing is told', async () => {
  watching?.close()
  write('a.yaml')
  await delay(100)
  expect(told).toEqual([])
})

test('a folder that cannot be watched is told as the failure that it is', () => {
  const onError = vi.fn()
  watchTree(join(place, 'nowhere'), () => {}, onError).close()
  expect(onError).not.toHaveBeenCalled()
  watchTree(`${place}/\0`, () => {}, onError).close()
  expect(onError).toHaveBeenCalledOnce()
})
