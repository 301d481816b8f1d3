import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const main = resolve('dist/bin/dossier.js')

export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly code: number | null
}

/** Runs the built command as a person would, without a terminal. */
export function dossier(
  words: readonly string[],
  folder = '.',
  env: Record<string, string> = {},
  input?: string,
): Outcome {
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
    env: { ...cleanEnvironment(), ...env },
    maxBuffer: 1 << 28,
  })
  return { stdout, stderr, code: status }
}

/** Starts a command that does not end by itself; the test's end ends it. */
export function startDossier(
  words: readonly string[],
  folder: string,
  env: Record<string, string> = {},
) {
  const child = spawn(process.execPath, [main, ...words], {
    cwd: folder,
    env: { ...cleanEnvironment(), ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const told = { stdout: '', stderr: '' }
  child.stdout.on('data', (data) => (told.stdout += data))
  child.stderr.on('data', (data) => (told.stderr += data))
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  return { child, told, ended }
}

/** A copy of the small sound base in a folder of its own, with files laid over it; undefined removes one. */
export function baseWith(files: Record<string, string> = {}): string {
  const folder = emptyFolder()
  cpSync('test/base', join(folder, 'graph-data'), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'graph-data', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return folder
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function cleanEnvironment(): Record<string, string | undefined> {
  const { PORT: _port, NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env
  return env
}
