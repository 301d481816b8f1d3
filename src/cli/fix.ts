import { fixProblems } from '../edits/fix-problems.ts'
import { diffOfChanges } from './diff-of-changes.ts'
import { openToWrite } from './open-to-write.ts'
import { counted, say } from './output.ts'
import { writeChanges } from './write-changes.ts'

interface Options {
  readonly data?: string
  readonly dryRun?: boolean
}

/** Writes into the files what the checker is certain of, or shows it as a patch. */
export async function fix({ data, dryRun }: Options): Promise<void> {
  const { folder, sources } = await openToWrite(data, dryRun === true)
  const { changes, fixed } = fixProblems(sources)
  const extent = `${counted(fixed.length, 'problem')} in ${counted(changes.length, 'file')}`
  if (changes.length === 0) say('Nothing here can be mended without a person who decides.')
  else if (dryRun) {
    process.stdout.write(diffOfChanges(folder, changes))
    say(`Nothing was written. It would mend ${extent}.`)
  } else {
    await writeChanges(folder, changes)
    say(`Mended ${extent}. "git diff" shows what was written.`)
  }
}
