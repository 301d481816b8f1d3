import { renameEntity } from '../edits/rename-entity.ts'
import { type RefactorOptions, refactor } from './refactor.ts'

export async function rename(
  [from = '', to = '']: readonly string[],
  options: RefactorOptions,
): Promise<void> {
  const done = `Renamed ${from} to ${to}`
  const id = { kind: 'rename', from, to } as const
  await refactor((documents) => renameEntity(documents, from, to), done, id, options)
}
