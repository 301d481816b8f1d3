import {
  lstatSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname, uptime } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { isRunning } from './leftovers.ts'

/** The process that writes, as far as its lock tells. */
interface Holder {
  readonly pid: number
  /** The name of its machine, which may share the disk with this one. */
  readonly host: string
  /** What it was asked to do, in a word. */
  readonly command: string
}

export type LockResult =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly holder: Holder }

/** In milliseconds. Most writers have written within less. */
const patience = 2_000
const pause = 50
/** Longer than any write takes. */
const longest = 3_600_000
/** Whoever makes a lock has written its name into it by then; less than the patience, so that nobody is refused for it. */
const unsigned = 1_000

/**
 * Takes the lock that a file stands for, which one process at a time can make, and waits a little for whoever has it. A
 * lock whose process is gone is taken over. Rejects with the system's error where no file can be made.
 */
export async function takeLock(path: string): Promise<LockResult> {
  const began = performance.now()
  while (!make(path)) {
    if (isLeft(path)) removeLeft(path)
    else if (performance.now() - began > patience) return { ok: false, holder: holderOf(path) }
    await delay(pause)
  }
  return { ok: true, release: () => remove(path) }
}

/** Whether a process that still runs has the lock. */
export function isLocked(path: string): boolean {
  return !isLeft(path)
}

function make(path: string): boolean {
  const [, , command = ''] = process.argv
  const holder: Holder = { pid: process.pid, host: hostname(), command }
  try {
    writeFileSync(path, `${JSON.stringify(holder)}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    remove(path)
    throw error
  }
}

/** On a disk that takes nothing more it stays, and nobody's it is when this process ends. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Told by what comes next.
  }
}

/**
 * Nobody holds it: it is gone, older than any write or than the machine's start, or its process has ended. A link or a
 * pipe of its name, which can come along with a repository, nobody has made to hold it, and it is not opened.
 */
function isLeft(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return true
  const age = Date.now() - found.mtimeMs
  if (age > longest || age > uptime() * 1000) return true
  const { pid, host } = holderOf(path)
  if (pid === 0) return age > unsigned
  return host === hostname() && !isRunning(pid)
}

/** One process at a time looks again and removes it, or the new lock of one might be removed by another. */
function removeLeft(path: string): void {
  const taking = `${path}.taking`
  try {
    mkdirSync(taking)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const { mtimeMs = Infinity } = statSync(taking, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > unsigned) rmSync(taking, { recursive: true, force: true })
    return
  }
  try {
    if (isLeft(path)) rmSync(path, { recursive: true, force: true })
  } finally {
    rmdirSync(taking)
  }
}

/** Its number is 0 where it has not signed yet. */
function holderOf(path: string): Holder {
  try {
    const { pid, host, command } = JSON.parse(readFileSync(path, 'utf8'))
    if (Number.isSafeInteger(pid)) return { pid, host: String(host), command: String(command) }
  } catch {
    // It is being written, or was removed just now.
  }
  return { pid: 0, host: '', command: '' }
}
