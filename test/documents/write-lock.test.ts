import { execFileSync } from 'node:child_process'
import { existsSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { isLocked, takeLock } from '../../src/documents/write-lock.ts'
import { emptyFolder } from '../cli/run-dossier.ts'

let lock = ''
beforeEach(() => {
  lock = join(emptyFolder(), 'lock')
})

/** A process that runs, and one that cannot. */
const [alive, dead] = [process.ppid, 2 ** 30]

function held(pid: number, host = hostname()): void {
  writeFileSync(lock, JSON.stringify({ pid, host, command: 'rename' }))
}

function age(seconds: number): void {
  const then = Date.now() / 1000 - seconds
  utimesSync(lock, then, then)
}

test('who takes a lock has it until it is released', async () => {
  const taken = await takeLock(lock)
  expect([taken.ok, existsSync(lock)]).toEqual([true, true])
  if (taken.ok) taken.release()
  expect(existsSync(lock)).toBe(false)
})

test.each<[what: string, make: () => void, isHeld: boolean]>([
  ['of a process that runs', () => held(alive), true],
  ['of a process that has ended', () => held(dead), false],
  ['of one that had our number', () => held(process.pid), false],
  ['of another machine', () => held(dead, 'elsewhere'), true],
  [
    'of another machine, two hours old',
    () => {
      held(dead, 'elsewhere')
      age(7200)
    },
    false,
  ],
  ['that is not signed yet', () => writeFileSync(lock, ''), true],
  [
    'that nobody has signed',
    () => {
      writeFileSync(lock, '{"pid":')
      age(60)
    },
    false,
  ],
  [
    'that is a link to one, and might be one to a terminal',
    () => {
      held(alive)
      renameSync(lock, `${lock}-elsewhere`)
      symlinkSync(`${lock}-elsewhere`, lock)
    },
    false,
  ],
  ['that is a pipe, which would be waited for', () => execFileSync('mkfifo', [lock]), false],
])('a lock %s', async (_, make, isHeld) => {
  make()
  expect(isLocked(lock)).toBe(isHeld)
  if (isHeld) return
  const taken = await takeLock(lock)
  expect([taken.ok, existsSync(`${lock}.taking`)]).toEqual([true, false])
})

test('who waits in vain is told who has it', async () => {
  held(alive)
  expect(await takeLock(lock)).toEqual({
    ok: false,
    holder: { pid: alive, host: hostname(), command: 'rename' },
  })
})
