import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Where a process writes what is to take the place of a file or folder. */
export function besidePath(path: string): string {
  return `${path}.${process.pid}.tmp`
}

/** Removes what processes that were killed have left beside files or folders of these names. */
export function removeLeftovers(folder: string, isOurs: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    const [, own = '', pid = ''] = /^(.+)\.(\d+)\.tmp$/.exec(name) ?? []
    if (own !== '' && isOurs(own) && !isRunning(Number(pid))) {
      rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
}

/** Whether another process has this number. What has ours is left from one before us. */
export function isRunning(pid: number): boolean {
  if (pid === process.pid || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
