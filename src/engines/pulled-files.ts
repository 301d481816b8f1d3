import { looksLikeYaml } from '../documents/read-sources.ts'
import type { Engine, StoredFile } from './engine.ts'
import { EngineProblem } from './engine-problem.ts'

/** The files of a base, page by page. Rejects where one would lie outside of its folder: a server may hold anything. */
export async function* pulledFiles(
  engine: Engine,
  signal?: AbortSignal,
): AsyncGenerator<readonly StoredFile[]> {
  for await (const files of engine.scan('files', signal)) {
    const strange = files.find(({ path }) => !isBelow(path))
    if (strange !== undefined) {
      throw new EngineProblem(
        `The base on the server has a file called ${JSON.stringify(strange.path)}, which is no place in a data folder. Nothing was written.`,
      )
    }
    yield files
  }
}

function isBelow(path: string): boolean {
  const names = path.split('/')
  const isPlain = (name: string) =>
    name !== '' && !name.startsWith('.') && !/[\\\p{Cc}]/u.test(name)
  return names.every(isPlain) && looksLikeYaml(path)
}
