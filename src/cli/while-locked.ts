import { join } from 'node:path'
import { openDrawer } from '../documents/drawer.ts'
import { lockPath } from '../documents/unfinished-change.ts'
import { takeLock } from '../documents/write-lock.ts'
import { WrongUse } from './wrong-use.ts'

/** Does something to a data folder that no two processes may do at once. */
export async function whileDataLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (!openDrawer(folder)) {
    throw new WrongUse(
      `"${join(folder, '.dossier')}" is a link or a file, and Dossier needs a folder there. Remove it first.`,
    )
  }
  return await whileLocked(join(folder, lockPath), folder, work)
}

/** Does it where the lock can be had, and says otherwise who has it. */
export async function whileLocked<T>(
  lock: string,
  folder: string,
  work: () => Promise<T>,
): Promise<T> {
  const taken = await takeLock(lock)
  if (!taken.ok) {
    const { pid, host, command } = taken.holder
    throw new WrongUse(
      `"${folder}" is being written by another Dossier ("dossier ${command}", process ${pid} on ${host}). Wait until it has ended; if none is running, remove "${lock}".`,
    )
  }
  try {
    return await work()
  } finally {
    taken.release()
  }
}
