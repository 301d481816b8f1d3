import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { drawer } from './drawer.ts'
import { isLocked } from './write-lock.ts'

/** Whoever changes files of the data has it. */
export const lockPath = `${drawer}/lock`
/** What a change of several files is about to put in their places. */
export const changesFolder = `${drawer}/changes`
/** From when it is there until it is removed, the files may be half as before and half as after a change. */
export const planPath = `${changesFolder}/plan.json`

/** Whether a change of several files has begun that nobody is carrying out any more. */
export function hasUnfinishedChange(folder: string): boolean {
  return existsSync(join(folder, planPath)) && !isLocked(join(folder, lockPath))
}
