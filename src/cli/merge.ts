import { mergeEntities } from '../edits/merge-entities.ts'
import { type RefactorOptions, refactor } from './refactor.ts'
import { WrongUse } from './wrong-use.ts'

interface Options extends RefactorOptions {
  readonly reason?: string
}

/** `merge A into B`, or without the word between. */
export async function merge(
  [from = '', second = '', third]: readonly string[],
  options: Options,
): Promise<void> {
  if (third !== undefined && second !== 'into') {
    throw new WrongUse(`Write it as "dossier merge ${from} into ${third}".`)
  }
  const into = third ?? second
  const { reason } = options
  const make = (documents: Parameters<typeof mergeEntities>[0]) =>
    mergeEntities(documents, { from, into, reason })
  const id = { kind: 'merge', from, to: into } as const
  await refactor(make, `Merged ${from} into ${into}`, id, options)
}
