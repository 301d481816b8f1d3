import { importFormats } from './formats.ts'
import type { ImportContext, ImportFormat, ImportInput } from './import-format.ts'
import type { Imported } from './imported.ts'
import { looksLike } from './looks-like.ts'
import { UnreadableInput } from './unreadable-input.ts'

export type ImportResult =
  | { readonly ok: true; readonly imported: Imported }
  /** A sentence or two: what is wrong with the file, and the way out. */
  | { readonly ok: false; readonly problem: string }

/** Reads files of one format. Whatever they hold, it is a result; of files that hold nothing, a problem. */
export async function readImport(
  format: ImportFormat,
  inputs: readonly ImportInput[],
  context: ImportContext,
): Promise<ImportResult> {
  const beginnings: string[] = []
  const heard = inputs.map((input) => ({ ...input, bytes: withBeginning(input, beginnings) }))
  try {
    const imported = await format.read(heard, context)
    if (isEmpty(imported)) throw new UnreadableInput(nothingIn(inputs, format))
    return { ok: true, imported }
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error
    const advice = adviceOn(beginnings.at(-1) ?? '', format)
    return { ok: false, problem: `${error.message}${advice}` }
  }
}

/** Keeps how a file begins while it is read. */
async function* withBeginning({ bytes }: ImportInput, beginnings: string[]) {
  let isFirst = true
  for await (const chunk of bytes) {
    if (isFirst) beginnings.push('')
    isFirst = false
    const known = beginnings.at(-1) ?? ''
    if (known.length < longestBeginning) {
      const text = Buffer.from(chunk).toString('latin1')
      beginnings[beginnings.length - 1] = (known + text).slice(0, longestBeginning)
    }
    yield chunk
  }
}

const longestBeginning = 2000

/** Where a file is of another format, that is what its reader has to know first. */
function adviceOn(beginning: string, format: ImportFormat): string {
  const told = looksLike(beginning)
  if (told === undefined) return ''
  const other = Object.entries<ImportFormat>(importFormats).find(([name]) => name === told)
  if (other === undefined) return ` ${told}`
  return other[1] === format ? '' : ` It looks like ${told}: "dossier import ${told}" reads that.`
}

/** A base of ours may have an ontology and sources before it has anything else. */
function isEmpty({ things, ties, types, sources }: Imported): boolean {
  return things.length + ties.length + types.size + sources.size === 0
}

function nothingIn(inputs: readonly ImportInput[], { description }: ImportFormat): string {
  const names = inputs.map(({ name }) => `"${name}"`).join(', ')
  return `There is no entity and no relation in ${names}. What is read: ${description}`
}
