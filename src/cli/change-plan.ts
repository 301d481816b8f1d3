import { createHash } from 'node:crypto'
import { constants, lstatSync, readFileSync } from 'node:fs'
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { changesFolder, planPath } from '../documents/unfinished-change.ts'
import type { FileChange } from '../edits/file-change.ts'
import { writeBeside, writeDown } from './write-file.ts'

/** What becomes of one file, ready to be done, also by a process after the one that planned it. */
export interface PlannedStep {
  /** Relative to the data folder, with forward slashes. */
  readonly path: string
  /** Hash of what is there before it; empty where there is nothing. */
  readonly before: string
  /** Hash of what is there after it; empty where there is nothing. */
  readonly after: string
  /** The name of the file among the changes that takes the place. */
  readonly staged: string
}

/** Steps in their order. */
export interface ChangePlan {
  /** Whether they make something new, or take back the steps of a plan that could not be carried out. */
  readonly kind: 'new' | 'old'
  readonly steps: readonly PlannedStep[]
}

export interface StagedChange extends FileChange {
  /** The permissions that the file is to have. */
  readonly mode: number | undefined
}

/** Writes the new texts beside the data, down to the disk. The names of their files begin with `kind`. */
export async function stageChanges(
  folder: string,
  changes: readonly StagedChange[],
  kind: ChangePlan['kind'],
): Promise<ChangePlan> {
  await mkdir(join(folder, changesFolder), { recursive: true })
  const steps: PlannedStep[] = []
  for (const { path, before, after, mode } of changes) {
    const staged = `${kind}-${steps.length}`
    await doingTo(join(folder, path), async () => {
      if (after !== undefined) await writeDown(join(folder, changesFolder, staged), [after], mode)
    })
    steps.push({ path, before: hashOf(before), after: hashOf(after), staged })
  }
  return { kind, steps }
}

/** An empty file that is there before the plan and that no plan moves. */
const markPath = `${changesFolder}/mark`

/** From here on the steps will be done, whatever happens to this process. They take the place of those planned before. */
export async function commitPlan(folder: string, { kind, steps }: ChangePlan): Promise<void> {
  const [mark, plan] = [markPath, planPath].map((path) => join(folder, path)) as [string, string]
  if (!lstatSync(mark, { throwIfNoEntry: false })) await writeDown(mark, [''])
  const rows = steps.map((step) => JSON.stringify(step)).join(',\n')
  const text = `{"mark": "${numbersOf(mark)}", "kind": "${kind}", "steps": [\n${rows}\n]}\n`
  await rename(await writeBeside(plan, [text]), plan)
  await settle(dirname(plan))
}

/** The plan that is to be carried out. `foreign` is one that this disk has not seen being made, or a damaged one. */
export function readPlan(folder: string): ChangePlan | 'none' | 'foreign' {
  const file = join(folder, planPath)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) return 'none'
  // A link or a pipe, which can come along with a repository, may have no end.
  if (!found.isFile()) return 'foreign'
  try {
    const { mark, kind, steps } = JSON.parse(readFileSync(file, 'utf8'))
    return mark === numbersOf(join(folder, markPath)) ? { kind, steps } : 'foreign'
  } catch {
    return 'foreign'
  }
}

/** Nobody can send them along with a repository: the system alone sets the time of a change. */
function numbersOf(file: string): string {
  const { ino, mtimeMs, ctimeMs } = lstatSync(file)
  return [ino, mtimeMs, ctimeMs].join(' ')
}

export async function dropPlan(folder: string): Promise<void> {
  await rm(join(folder, planPath), { force: true })
  await rm(join(folder, changesFolder), { recursive: true, force: true })
}

/** Does a step whose file is as before it. */
export async function doStep(folder: string, { path, after, staged }: PlannedStep): Promise<void> {
  const file = join(folder, path)
  await doingTo(file, async () => {
    if (after === '') await rm(file)
    else await rename(join(folder, changesFolder, staged), file)
  })
}

/** Waits until the disk knows what has happened in the folders of the files. */
export async function settlePlan(folder: string, { steps }: ChangePlan): Promise<void> {
  const folders = new Set(steps.map(({ path }) => dirname(join(folder, path))))
  for (const one of folders) await settle(one)
}

async function settle(folder: string): Promise<void> {
  // Where folders cannot be opened, as on Windows, the system looks after them.
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/** How far a step has come. */
export async function stateOf(
  folder: string,
  { path, before, after }: PlannedStep,
): Promise<'before' | 'after' | 'other'> {
  const now = await hashOnDisk(join(folder, path))
  if (now === after) return 'after'
  return now === before ? 'before' : 'other'
}

/** Whether a step whose file is as before it can be done. */
export function isReady(folder: string, { after, staged }: PlannedStep): boolean {
  const found = lstatSync(join(folder, changesFolder, staged), { throwIfNoEntry: false })
  return after === '' || found?.isFile() === true
}

async function hashOnDisk(file: string): Promise<string> {
  const found = await lstat(file).catch(unlessMissing)
  if (found === undefined) return ''
  if (!found.isFile()) return 'no file'
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    return hashOf(await handle.readFile())
  } finally {
    await handle.close()
  }
}

function hashOf(content: string | Uint8Array | undefined): string {
  return content === undefined ? '' : createHash('sha256').update(content).digest('hex')
}

export function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** What the system refuses is told of this file, whichever it was asked about. */
async function doingTo(path: string, action: () => Promise<void>): Promise<void> {
  try {
    await action()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw Object.assign(error as Error, { path })
  }
}
