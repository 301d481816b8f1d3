import { isDeepStrictEqual } from 'node:util'
import { ask } from '../serving/ask.ts'
import { cleanBuild, cleanMessages, withoutPlaces } from '../serving/clean-build.ts'
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
  const clean = await cleanBuild(compared.program, compared.folder)
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
  const clean = await cleanMessages(compared.program, compared.folder)
  const status = JSON.parse(String((await ask(compared.port, '/status.json')).body))
  return (['errors', 'warnings'] as const).flatMap((what) =>
    status[what] === clean[what]
      ? []
      : [`${status[what]} ${what} are served, ${clean[what]} are there.`],
  )
}

function firstDifference(served: string, clean: string): string {
  const [ours, theirs] = [served.split('\n'), clean.split('\n')]
  const at = ours.findIndex((line, index) => line !== theirs[index])
  return `The graph that is served differs from line ${at + 1} on:\n  ${ours[at]}\n  ${theirs[at]}`
}
