import { constants } from 'node:fs'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { largestFile } from '../documents/read-sources.ts'
import type { FileChange } from '../edits/file-change.ts'
import { reasonOf, writeBeside } from './write-file.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * Puts a refactoring on disk, all of it or nothing. Every new text is written beside its file first; only when all of
 * them are safe on the disk, and no file has changed meanwhile, do they take their places, new files before deletions.
 */
export async function writeChanges(folder: string, changes: readonly FileChange[]): Promise<void> {
  const besides = new Map<Step, string>()
  try {
    const steps = await stepsFor(folder, changes)
    // A file that moves keeps its permissions.
    const mode = steps.find(({ after }) => after === undefined)?.mode
    for (const step of steps) {
      if (step.after === undefined) continue
      besides.set(step, await writeBeside(step.file, [step.after], step.mode ?? mode))
    }
    for (const step of steps) await checkIsUnchanged(step)
    await takePlaces(steps, besides)
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const file = path.replace(/\.\d+\.tmp$/, '')
    throw new WrongUse(
      `Nothing was changed, because "${file}" cannot be written: ${reasonOf(code)}.`,
    )
  } finally {
    for (const beside of besides.values()) await rm(beside, { force: true })
  }
}

interface Step extends FileChange {
  /** Where it is on this machine. */
  readonly file: string
  /** The permissions of the file that is there. */
  readonly mode: number | undefined
}

/** One after the other: there may be more files than a process may open at once. */
async function stepsFor(folder: string, changes: readonly FileChange[]): Promise<readonly Step[]> {
  const steps: Step[] = []
  for (const change of changes) steps.push(await stepFor(folder, change))
  return steps
}

async function stepFor(folder: string, change: FileChange): Promise<Step> {
  const { path, after } = change
  const isData = path.endsWith('.yaml')
  if (isData && after !== undefined && Buffer.byteLength(after) > largestFile) {
    throw new WrongUse(
      `Nothing was changed, because "${path}" would be larger than 1 MiB. Split it first.`,
    )
  }
  const file = join(folder, path)
  await checkIsInside(folder, path)
  const found = await lstat(file).catch(unlessMissing)
  const step = { ...change, file, mode: found?.mode }
  await checkIsUnchanged(step)
  return step
}

/** A link to a folder would lead the write to where nobody looks for it. */
async function checkIsInside(folder: string, path: string): Promise<void> {
  const names = path.split('/').slice(0, -1)
  for (const depth of names.keys()) {
    const below = names.slice(0, depth + 1).join('/')
    const found = await lstat(join(folder, below)).catch(unlessMissing)
    if (!found?.isDirectory()) throw changedMeanwhile(below)
  }
}

async function checkIsUnchanged({ file, path, before }: Step): Promise<void> {
  const found = await lstat(file).catch(unlessMissing)
  if (before === undefined) {
    if (found) throw new WrongUse(`Nothing was changed, because "${path}" is there already.`)
    return
  }
  if (!found?.isFile()) throw changedMeanwhile(path)
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    if (!(await handle.readFile()).equals(Buffer.from(before))) throw changedMeanwhile(path)
  } finally {
    await handle.close()
  }
}

function changedMeanwhile(path: string): WrongUse {
  return new WrongUse(
    `Nothing was changed, because "${path}" was changed by someone else in this moment. Try again.`,
  )
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** The only part that can end half done; it then goes back, and tells exactly what it could not take back. */
async function takePlaces(
  steps: readonly Step[],
  besides: ReadonlyMap<Step, string>,
): Promise<void> {
  const done: Step[] = []
  try {
    for (const step of steps.toSorted((a, b) => turn(a) - turn(b))) {
      const beside = besides.get(step)
      if (beside === undefined) await rm(step.file)
      else await rename(beside, step.file)
      done.push(step)
    }
  } catch (error) {
    const stuck = await takeBack(done)
    const { code } = error as NodeJS.ErrnoException
    if (stuck.length === 0 || code === undefined) throw error
    const [paths, others] = [stuck, steps.filter((step) => !stuck.includes(step))].map(named)
    throw new WrongUse(
      `This was done in part only: ${reasonOf(code)}. Changed: ${paths}. Not changed: ${others}. Take the changed ones back with git ("git status" lists them), and try again.`,
    )
  }
}

function turn({ before, after }: FileChange): number {
  if (before === undefined) return 0
  return after === undefined ? 2 : 1
}

/** Takes back what was done, the last first, and gives what could not be. */
async function takeBack(done: readonly Step[]): Promise<readonly Step[]> {
  const stuck: Step[] = []
  for (const step of done.toReversed()) {
    await restore(step).catch(() => void stuck.push(step))
  }
  return stuck
}

async function restore({ file, before, mode }: Step): Promise<void> {
  if (before === undefined) await rm(file)
  else await rename(await writeBeside(file, [before], mode), file)
}

function named(steps: readonly Step[]): string {
  return steps.map(({ path }) => path).join(', ')
}
