import { execFile } from 'node:child_process'

/** The counts of a check. */
export interface Messages {
  readonly errors: number
  readonly warnings: number
}

/** What `dossier export json` writes; `program` is the script of Dossier. */
export function cleanBuild(program: string, folder: string): Promise<string> {
  return dossier(program, 'export', 'json', '--data', folder)
}

/** What `dossier check` counts where nothing is kept from another check. */
export async function cleanMessages(program: string, folder: string): Promise<Messages> {
  return JSON.parse(await dossier(program, 'check', '--json', '--no-cache', '--data', folder))
}

/** Where nodes stand a clean build decides anew. */
export function withoutPlaces(graph: string): string {
  return graph.replace(/"x":[-.0-9]+,"y":[-.0-9]+,/g, '')
}

/** What it prints, also where it finds errors in the data. */
function dossier(program: string, ...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 2 ** 30 }
    execFile(process.execPath, [program, ...words], options, (error, stdout) => {
      if (error && error.code !== 1) reject(error)
      else resolve(stdout)
    })
  })
}
