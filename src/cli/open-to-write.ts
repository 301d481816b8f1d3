import { hasUnfinishedChange } from '../documents/unfinished-change.ts'
import { finishChange, hasLeftChanges } from './finish-change.ts'
import { findFolder, type OpenFolder, openFolder } from './open-folder.ts'
import { say } from './output.ts'
import { reasonOf } from './reason-of.ts'
import { whileDataLocked } from './while-locked.ts'
import { WrongUse } from './wrong-use.ts'

/**
 * Finds the data folder and reads it for a command that is about to change it, or to show the change: nothing in it is
 * half done then.
 */
export async function openToWrite(data: string | undefined, isDry: boolean): Promise<OpenFolder> {
  await finishInterrupted(findFolder(data).path, isDry)
  return openFolder(data)
}

/** Finishes what a command that was killed has left half done, and says so. A dry run, which writes nothing, refuses. */
export async function finishInterrupted(folder: string, isDry: boolean): Promise<void> {
  if (isDry) return refuseHalfDone(folder)
  if (!hasLeftChanges(folder)) return
  try {
    const told = await whileDataLocked(folder, () => finishChange(folder))
    if (told) say(told)
  } catch (error) {
    const { code, path = folder } = error as NodeJS.ErrnoException
    if (error instanceof WrongUse || code === undefined) throw error
    throw new WrongUse(
      `A change that was interrupted cannot be finished: "${path}" cannot be written: ${reasonOf(code)}.`,
    )
  }
}

function refuseHalfDone(folder: string): void {
  if (!hasUnfinishedChange(folder)) return
  throw new WrongUse(
    'A change of several files was interrupted before, and what is here is half of it. Run "dossier check --fix" first, which finishes it.',
  )
}
