import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { openAskedEngine } from '../engines/asked-engine.ts'
import { pulledFiles } from '../engines/pulled-files.ts'
import { counted, print, say } from './output.ts'
import { progressLine } from './progress-line.ts'
import { refuseLinks } from './refuse-links.ts'
import { writeNewFolder } from './write-import.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly output: string
}

/** Writes the files of a base on a server into a new folder, byte for byte as they were pushed. */
export async function pullBase([address = '']: readonly string[], options: Options): Promise<void> {
  const folder = newDataFolder(options.output)
  const { engine, facts, unfinished, close } = await openAskedEngine(address, process.env)
  const progress = progressLine()
  let count = 0
  try {
    await writeNewFolder(folder, async (write) => {
      for await (const files of pulledFiles(engine)) {
        for (const { path, text } of files) await write(path, text)
        count += files.length
        progress.tell(`Pulling: ${counted(count, 'file')}`)
      }
    })
  } finally {
    progress.end()
    await close()
  }
  print(`Pulled "${facts.graph.name}" to ${folder}: ${counted(count, 'file')}.`)
  if (unfinished) {
    say('A push to this base is under way, or was broken off: run "dossier check" on what came.')
  }
}

/** `graph-data` in the folder that is named, or that folder itself where this is its name. */
function newDataFolder(named: string): string {
  const base = resolve(named)
  const folder = basename(base) === 'graph-data' ? base : join(base, 'graph-data')
  refuseLinks([folder])
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new WrongUse(`"${folder}" has files already. Pull into a new folder.`)
  }
  return folder
}
