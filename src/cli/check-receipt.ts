import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { drawer, keepInDrawer, readFromDrawer } from '../documents/drawer.ts'
import type { FolderStamp } from '../documents/stamp-folder.ts'

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
    const [key, body = ''] = readFromDrawer(folder, name)?.split('\n', 2) ?? []
    return key === keyOf(stamp, body) ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

/** A receipt of more would take as much memory as the check; the next check then looks at the files again. */
const mostKept = 250_000

export function keepReceipt(folder: string, stamp: FolderStamp, findings: Findings): void {
  if (findings.diagnostics.length > mostKept) return
  const body = JSON.stringify(findings)
  keepInDrawer(folder, name, `${keyOf(stamp, body)}\n${body}\n`)
}

/** Of the state of the data, of the program that looked at it, and of what it found. */
function keyOf({ hash }: FolderStamp, body: string): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(process.argv[1] ?? '')
  const program = [process.version, ino, size, mtimeMs, ctimeMs].join(' ')
  // Piece by piece: the body may be long.
  return createHash('sha256').update(`${hash}\n${program}\n`).update(body).digest('hex')
}
