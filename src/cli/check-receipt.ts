import { createHash, type Hash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { drawer, keepInDrawer, readFromDrawer } from '../documents/drawer.ts'
import type { FolderStamp } from '../documents/stamp-folder.ts'
import { inChunks } from '../exports/in-chunks.ts'

/** What a check found, as far as it is told. */
export interface Findings {
  readonly entities: number
  readonly relations: number
  readonly sources: number
  readonly files: number
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

const name = 'check.json'

/** Whether it is worth while to ask what state the folder is in. */
export function hasReceipt(folder: string): boolean {
  return existsSync(join(folder, drawer, name))
}

/**
 * What the last check found in exactly this state of the folder. The receipt lies with the data, so that what it tells
 * of them is where they are; the stamp holds numbers that only this disk can have given, so nobody can send one along.
 */
export function readReceipt(folder: string, stamp: FolderStamp): Findings | undefined {
  try {
    const [body = '', key] = readFromDrawer(folder, name)?.split('\n', 2) ?? []
    return key === beginKey(stamp).update(body).digest('hex') ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

/** A receipt of more would take as much memory as the check; the next check then looks at the files again. */
const mostKept = 250_000

export function keepReceipt(folder: string, stamp: FolderStamp, findings: Findings): void {
  if (findings.diagnostics.length > mostKept) return
  keepInDrawer(folder, name, receiptOf(stamp, findings))
}

/** What it tells, and then its key. */
function* receiptOf(stamp: FolderStamp, findings: Findings): Generator<string> {
  const key = beginKey(stamp)
  for (const piece of inChunks(jsonOf(findings))) {
    key.update(piece)
    yield piece
  }
  yield `\n${key.digest('hex')}\n`
}

/** Piece by piece: the whole may be long. */
function* jsonOf({ diagnostics, ...counts }: Findings): Generator<string> {
  yield `${JSON.stringify(counts).slice(0, -1)},"diagnostics":[`
  for (const [n, diagnostic] of diagnostics.entries()) {
    yield `${n === 0 ? '' : ','}${JSON.stringify(diagnostic)}`
  }
  yield ']}'
}

/** A hash of the state of the data and of the program that looked at it; what it found is to be added. */
function beginKey({ hash }: FolderStamp): Hash {
  const { ino, size, mtimeMs, ctimeMs } = statSync(process.argv[1] ?? '')
  const program = [process.version, ino, size, mtimeMs, ctimeMs].join(' ')
  return createHash('sha256').update(`${hash}\n${program}\n`)
}
