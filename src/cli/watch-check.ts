import type { Sources } from '../documents/read-sources.ts'
import { type CheckedModel, openChecker } from '../model/check-model.ts'
import { followFolder, type Seen } from '../server/follow-folder.ts'
import { type FoundFolder, readFolder } from './open-folder.ts'
import { say } from './output.ts'
import { untilInterrupted } from './until-interrupted.ts'

/** What one check of the files found, and how long it took without the reading. */
export interface Checked extends Seen, CheckedModel {
  readonly milliseconds: number
}

/** Shows what is wrong now and after every change, until it is interrupted. */
export async function watchCheck(
  { path, folder }: FoundFolder,
  show: (checked: Checked) => void,
): Promise<void> {
  const check = openChecker()
  const see = (sources: Sources): Checked => {
    const began = performance.now()
    const checked = check(sources)
    return { ...checked, sources, milliseconds: performance.now() - began }
  }
  const first = see(await readFolder(path, folder))
  show(first)
  const followed = followFolder<Checked>(path, {
    first,
    see,
    onChange: show,
    onWatchingFailed: (reason) =>
      say(`The system reports no changes (${reason}); the folder is looked at every half minute.`),
  })
  await untilInterrupted()
  await followed.close()
}
