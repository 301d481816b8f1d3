import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
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

const drawer = '.dossier'
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
    const path = join(folder, drawer, name)
    if (!lstatSync(join(folder, drawer)).isDirectory() || !lstatSync(path).isFile())
      return undefined
    const [key, body = ''] = readFileSync(path, 'utf8').split('\n', 2)
    return key === keyOf(stamp, body) ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

/** Keeps it for the next time. Where that is not allowed the next check takes longer, and that is all. */
export function keepReceipt(folder: string, stamp: FolderStamp, findings: Findings): void {
  const body = JSON.stringify(findings)
  const path = join(folder, drawer, name)
  const beside = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(join(folder, drawer), { recursive: true })
    // A link, which a repository can bring along, would lead out of the folder.
    if (!lstatSync(join(folder, drawer)).isDirectory()) return
    rmSync(join(folder, drawer, '.gitignore'), { force: true })
    writeFileSync(join(folder, drawer, '.gitignore'), '*\n', { flag: 'wx' })
    writeFileSync(beside, `${keyOf(stamp, body)}\n${body}\n`, { flag: 'wx' })
    renameSync(beside, path)
  } catch {
    rmSync(beside, { force: true })
  }
}

/** Of the state of the data, of the program that looked at it, and of what it found. */
function keyOf({ hash }: FolderStamp, body: string): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(process.argv[1] ?? '')
  const program = [process.version, ino, size, mtimeMs, ctimeMs].join(' ')
  return createHash('sha256').update([hash, program, body].join('\n')).digest('hex')
}
