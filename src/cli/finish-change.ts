import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { changesFolder, planPath } from '../documents/unfinished-change.ts'
import { fewOf } from '../text/few-of.ts'
import {
  type ChangePlan,
  doStep,
  dropPlan,
  isReady,
  type PlannedStep,
  readPlan,
  settlePlan,
  stateOf,
} from './change-plan.ts'
import { counted } from './output.ts'
import { refuseLinks } from './refuse-links.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * Brings a change of several files that was interrupted to its end, or back to its beginning where somebody has taken
 * its first files back. Gives a sentence about it, and nothing where there was none. Call it while the data are locked.
 */
export async function finishChange(folder: string): Promise<string | undefined> {
  const plan = readPlan(folder)
  if (plan === 'none') {
    await rm(join(folder, changesFolder), { recursive: true, force: true })
    return undefined
  }
  if (plan === 'foreign') {
    throw new WrongUse(
      `"${join(folder, planPath)}" tells of a change that was interrupted, but on another disk or in another copy of these data. Look at the files with "git status", and remove "${join(folder, changesFolder)}".`,
    )
  }
  const found = await findOut(folder, plan)
  if (found.other.length > 0 || !(found.canEnd || found.canBegin)) throw mixedUp(folder, found)
  const told = found.canEnd ? await end(folder, found) : await begin(folder, found)
  await settlePlan(folder, plan)
  await dropPlan(folder)
  return told
}

/** Whether a command that was killed has left anything of its changes, if only what it had prepared. */
export function hasLeftChanges(folder: string): boolean {
  return existsSync(join(folder, changesFolder))
}

interface Found {
  readonly before: readonly PlannedStep[]
  readonly after: readonly PlannedStep[]
  readonly other: readonly PlannedStep[]
  /** Whatever is as before can still be changed, and something is changed already. */
  readonly canEnd: boolean
  /** Whatever is changed are files that the change has made, so that it suffices to remove them. */
  readonly canBegin: boolean
}

async function findOut(folder: string, { kind, steps }: ChangePlan): Promise<Found> {
  const all = { before: [], after: [], other: [] } as Record<string, PlannedStep[]>
  for (const step of steps) {
    refuseLinks(foldersOf(folder, step.path))
    all[await stateOf(folder, step)]?.push(step)
  }
  const { before = [], after = [], other = [] } = all
  const isBack = kind === 'old'
  const hasBegun = isBack || after.length > 0
  return {
    ...{ before, after, other },
    canEnd: hasBegun && before.every((step) => isReady(folder, step)),
    canBegin: !isBack && after.every((step) => step.before === ''),
  }
}

function foldersOf(folder: string, path: string): string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, depth) => join(folder, ...names.slice(0, depth + 1)))
}

async function end(folder: string, { before, after }: Found): Promise<string> {
  for (const step of before) await doStep(folder, step)
  const files = counted(before.length + after.length, 'file')
  return `A change of ${files} was interrupted before; it is finished now.`
}

async function begin(folder: string, { before, after }: Found): Promise<string> {
  for (const { path } of after) await rm(join(folder, path))
  const files = counted(before.length + after.length, 'file')
  return `A change of ${files} was interrupted before; all of them are as they were before it.`
}

const mostNamed = 5

function pathsOf(steps: readonly PlannedStep[]): string[] {
  return steps.map(({ path }) => path)
}

function mixedUp(folder: string, { before, after, other }: Found): WrongUse {
  const parts = [
    ['Changed', after],
    ['not changed', before],
    ['edited since', other],
  ] as const
  const told = parts
    .filter(([, steps]) => steps.length > 0)
    .map(([what, steps]) => `${what}: ${fewOf(pathsOf(steps), mostNamed)}`)
  return new WrongUse(
    `A change of several files was interrupted, and people have worked on them since, so that it can neither be finished nor taken back. ${told.join('; ')}. Bring them to one state with the help of git, and remove "${join(folder, changesFolder)}".`,
  )
}
