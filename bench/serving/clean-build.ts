import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

/** The counts of a check. */
export interface Messages {
  readonly errors: number
  readonly warnings: number
}

/**
 * The graph of a folder from nothing, as JSON, by a process that has seen nothing else; `program` is the script of Dossier.
 * It has no places: those a clean build would decide anew.
 */
export async function cleanBuild(program: string, folder: string): Promise<string> {
  const script = '.bench/js/serving/print-graph.js'
  return withoutPlaces(await printed(script, resolve(program, '../..'), folder))
}

/** What `dossier check` counts where nothing is kept from another check. */
export async function cleanMessages(program: string, folder: string): Promise<Messages> {
  return JSON.parse(await printed(program, 'check', '--json', '--no-cache', '--data', folder))
}

/** The graph as it is served, of which all but the places is to be that of a clean build. */
export function withoutPlaces(graph: string): string {
  return graph.replace(/"x":[-.0-9]+,"y":[-.0-9]+,/g, '')
}

/** What a script prints, also where it finds errors in the data. */
function printed(script: string, ...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 2 ** 30 }
    execFile(process.execPath, [script, ...words], options, (error, stdout) => {
      if (error && error.code !== 1) reject(error)
      else resolve(stdout)
    })
  })
}
