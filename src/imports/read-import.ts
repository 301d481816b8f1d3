import type { ImportContext, ImportFormat, ImportInput } from './import-format.ts'
import type { Imported } from './imported.ts'
import { UnreadableInput } from './unreadable-input.ts'

export type ImportResult =
  | { readonly ok: true; readonly imported: Imported }
  /** A sentence or two: what is wrong with the file, and the way out. */
  | { readonly ok: false; readonly problem: string }

/** Reads files of one format. Whatever they hold, it is a result. */
export async function readImport(
  format: ImportFormat,
  inputs: readonly ImportInput[],
  context: ImportContext,
): Promise<ImportResult> {
  try {
    return { ok: true, imported: await format.read(inputs, context) }
  } catch (error) {
    if (error instanceof UnreadableInput) return { ok: false, problem: error.message }
    throw error
  }
}
