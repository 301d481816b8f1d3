import { checkSources } from '../model/check-model.ts'
import { typescriptOf } from '../schema/typescript.ts'
import { exitCodes } from './exit-codes.ts'
import { damageIn, openFolder } from './open-folder.ts'
import { counted, say, stream } from './output.ts'
import { writeFile } from './write-file.ts'

interface Options {
  readonly data?: string
  readonly output: string
  readonly ids: boolean
}

export async function types(_words: readonly string[], options: Options): Promise<void> {
  const { sources } = await openFolder(options.data)
  const { base, diagnostics } = checkSources(sources)
  const damage = damageIn(diagnostics)
  if (damage !== undefined) {
    say(`The data has ${damage}, so names may be missing. "dossier check" shows what is wrong.`)
    process.exitCode = exitCodes.errorsInData
  }
  const { output, ids } = options
  const text = typescriptOf(base, { ids })
  if (output === '-') return stream([text])
  await writeFile(output, [text])
  const { entityTypes, relationTypes } = base.ontology
  const relations = counted(relationTypes.size, 'relation')
  const entities = ids ? `, ${counted(base.entities.size, 'id')}` : ''
  say(`Wrote ${relations}, ${counted(entityTypes.size, 'type')}${entities} to ${output}.`)
}
