import { execFile } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import { ask } from './ask.ts'
import { contentOf, type FollowingPage } from './following-page.ts'

export interface Compared {
  readonly port: number
  /** The script of Dossier, and the folder that is served. */
  readonly program: string
  readonly folder: string
  readonly page: FollowingPage
}

/** How what is served differs from a clean build of the folder; empty where it does not. */
export async function differencesOf(compared: Compared): Promise<readonly string[]> {
  const clean = withoutPlaces(await dossier(compared, 'export', 'json'))
  const body = String((await ask(compared.port, '/graph.json')).body)
  const served = contentOf(JSON.parse(body))
  return [
    ...(withoutPlaces(body) === clean ? [] : [firstDifference(withoutPlaces(body), clean)]),
    ...(isDeepStrictEqual(compared.page.content(), served)
      ? []
      : ['The page that follows the changes has another graph than the one that is served.']),
    ...(await differencesOfMessages(compared)),
  ]
}

/** How the numbers of errors and warnings that are served differ from those of a clean check. */
export async function differencesOfMessages(compared: Compared): Promise<readonly string[]> {
  const clean = JSON.parse(await dossier(compared, 'check', '--json', '--no-cache'))
  const status = JSON.parse(String((await ask(compared.port, '/status.json')).body))
  return ['errors', 'warnings'].flatMap((what) =>
    status[what] === clean[what]
      ? []
      : [`${status[what]} ${what} are served, ${clean[what]} are there.`],
  )
}

/** What it prints; a check that finds errors ends with 1. */
function dossier({ program, folder }: Compared, ...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const command = [program, ...words, '--data', folder]
    execFile(process.execPath, command, { maxBuffer: 2 ** 30 }, (error, stdout) => {
      if (error && error.code !== 1) reject(error)
      else resolve(stdout)
    })
  })
}

/** Where nodes stand a clean build decides anew. */
function withoutPlaces(graph: string): string {
  return graph.replace(/"x":[-.0-9]+,"y":[-.0-9]+,/g, '')
}

function firstDifference(served: string, clean: string): string {
  const [ours, theirs] = [served.split('\n'), clean.split('\n')]
  const at = ours.findIndex((line, index) => line !== theirs[index])
  return `The graph that is served differs from line ${at + 1} on:\n  ${ours[at]}\n  ${theirs[at]}`
}
