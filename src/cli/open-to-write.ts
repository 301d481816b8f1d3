import { finishChange, isInterrupted } from './finish-change.ts'
import { findFolder, type OpenFolder, openFolder } from './open-folder.ts'
import { say } from './output.ts'
import { reasonOf } from './reason-of.ts'
import { whileDataLocked } from './while-locked.ts'
import { WrongUse } from './wrong-use.ts'

/** Finds the data folder and reads it for a command that is about to change it: nothing in it is half done then. */
export async function openToWrite(data: string | undefined): Promise<OpenFolder> {
  await finishInterrupted(findFolder(data).path)
  return openFolder(data)
}

/** Finishes what a command that was killed has left half done, and says so. */
export async function finishInterrupted(folder: string): Promise<void> {
  if (!isInterrupted(folder)) return
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
