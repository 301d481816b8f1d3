import type { ImportContext, ImportFormat, ImportInput } from '../import-format.ts'
import type { Imported } from '../imported.ts'
import { readForeignGexf } from './foreign-gexf.ts'
import { isOwnGexf, readOwnGexf } from './own-gexf.ts'
import { readGexfFile } from './read-gexf-file.ts'

export const gexf = {
  extensions: ['gexf'],
  description:
    'A graph of Gephi or any program that writes GEXF, 1.1 to 1.3, or of Dossier itself.',
  read: readGexf,
} as const satisfies ImportFormat

async function readGexf(
  [input]: readonly ImportInput[],
  context: ImportContext,
): Promise<Imported> {
  if (input === undefined) throw new Error('A format that takes one file is given one.')
  const file = await readGexfFile(input, context)
  return isOwnGexf(file)
    ? readOwnGexf(file, input.name, context.report)
    : readForeignGexf(file, input.name, context.report)
}
