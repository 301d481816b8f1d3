import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { largestFile } from '../documents/read-sources.ts'
import type { FileChange } from '../edits/file-change.ts'
import {
  type ChangePlan,
  commitPlan,
  doStep,
  dropPlan,
  type StagedChange,
  settlePlan,
  stageChanges,
  stateOf,
  unlessMissing,
} from './change-plan.ts'
import { finishChange } from './finish-change.ts'
import { say } from './output.ts'
import { reasonOf } from './reason-of.ts'
import { whileDataLocked } from './while-locked.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * Puts a refactoring on disk, all of it or nothing. Every new text is written beside the data first; only when all of
 * them are safe on the disk, and no file has changed meanwhile, do they take their places, new files before deletions. A
 * plan on the disk says so before it begins: who is killed on the way has it finished by the next one who writes.
 */
export async function writeChanges(folder: string, changes: readonly FileChange[]): Promise<void> {
  const real = changes.filter(({ before, after }) => before !== after)
  if (real.length === 0) return
  try {
    await whileDataLocked(folder, async () => {
      const finished = await finishChange(folder)
      if (finished) say(finished)
      await change(folder, await checked(folder, real))
    })
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException
    if (error instanceof WrongUse || code === undefined) throw error
    throw new WrongUse(
      `Nothing was changed, because "${path}" cannot be written: ${reasonOf(code)}.`,
    )
  }
}

async function change(folder: string, changes: readonly StagedChange[]): Promise<void> {
  let plan: ChangePlan
  try {
    plan = await stageChanges(folder, changes, 'new')
    for (const step of plan.steps) {
      if ((await stateOf(folder, step)) !== 'before') throw changedMeanwhile(step.path)
    }
    await commitPlan(folder, plan)
  } catch (error) {
    await dropPlan(folder).catch(() => {})
    throw error
  }
  await takePlaces(folder, changes, plan)
  // What stays of a plan whose steps are done does no harm.
  await dropPlan(folder).catch(() => {})
}

/** The changes in the order in which they are made, where each is about the file that is there. */
async function checked(
  folder: string,
  changes: readonly FileChange[],
): Promise<readonly StagedChange[]> {
  const staged: StagedChange[] = []
  // One after the other: there may be more files than a process may open at once.
  for (const one of changes) staged.push({ ...one, mode: await modeOf(folder, one) })
  // A file that moves keeps its permissions.
  const moved = staged.find(({ after }) => after === undefined)?.mode
  return staged
    .map((one) => ({ ...one, mode: one.mode ?? moved }))
    .sort((a, b) => turn(a) - turn(b))
}

function turn({ before, after }: FileChange): number {
  if (before === undefined) return 0
  return after === undefined ? 2 : 1
}

/** The permissions of the file that is there. */
async function modeOf(
  folder: string,
  { path, before, after }: FileChange,
): Promise<number | undefined> {
  const isData = path.endsWith('.yaml')
  if (isData && after !== undefined && Buffer.byteLength(after) > largestFile) {
    throw new WrongUse(
      `Nothing was changed, because "${path}" would be larger than 1 MiB. Split it first.`,
    )
  }
  await checkIsInside(folder, path)
  const file = join(folder, path)
  const found = await lstat(file).catch(unlessMissing)
  if (before === undefined) {
    if (found) throw new WrongUse(`Nothing was changed, because "${path}" is there already.`)
    return undefined
  }
  const isSame = found?.isFile() && (await readFile(file)).equals(Buffer.from(before))
  if (!isSame) throw changedMeanwhile(path)
  return found?.mode
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

function changedMeanwhile(path: string): WrongUse {
  return new WrongUse(
    `Nothing was changed, because "${path}" was changed by someone else in this moment. Try again.`,
  )
}

/** The only part that can end half done; it then goes back, and tells exactly what it could not take back. */
async function takePlaces(
  folder: string,
  changes: readonly StagedChange[],
  plan: ChangePlan,
): Promise<void> {
  let done = 0
  try {
    for (const step of plan.steps) {
      await doStep(folder, step)
      done++
    }
    await settlePlan(folder, plan)
  } catch (error) {
    const stuck = await takeBack(folder, changes.slice(0, done))
    const { code } = error as NodeJS.ErrnoException
    if (stuck.length > 0 && code !== undefined) throw doneInPart(code, plan, stuck)
    await dropPlan(folder).catch(() => {})
    throw error
  }
}

/** Takes back what was done, the last first, by a plan of its own, and gives the paths of what could not be. */
async function takeBack(folder: string, done: readonly StagedChange[]): Promise<readonly string[]> {
  const back = done.map((one) => ({ ...one, before: one.after, after: one.before })).reverse()
  const stuck: string[] = []
  try {
    const plan = await stageChanges(folder, back, 'old')
    await commitPlan(folder, plan)
    for (const step of plan.steps)
      await doStep(folder, step).catch(() => void stuck.push(step.path))
  } catch {
    return back.map(({ path }) => path)
  }
  return stuck
}

function doneInPart(code: string, { steps }: ChangePlan, stuck: readonly string[]): WrongUse {
  const others = steps.map(({ path }) => path).filter((path) => !stuck.includes(path))
  return new WrongUse(
    `This was done in part only: ${reasonOf(code)}. Changed: ${stuck.join(', ')}. Not changed: ${others.join(', ')}. When the disk takes files again, run "dossier check --fix" to bring all of them to the same state.`,
  )
}

/** Gives why not, in words, or nothing where it did. */
export function whyNotWritten(
  folder: string,
  changes: readonly FileChange[],
): Promise<string | undefined> {
  return writeChanges(folder, changes).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof WrongUse) return error.message
      throw error
    },
  )
}
