import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import type { OpenEditor } from '../server/file-opener.ts'

export type FoundEditor =
  | { readonly kind: 'found'; readonly open: OpenEditor }
  /** The variable names a program that is not there. */
  | { readonly kind: 'missing'; readonly command: string }
  | { readonly kind: 'none' }

type Arguments = (file: string, line: number) => readonly string[]

const goto: Arguments = (file, line) => ['-g', `${file}:${line}`]
const colon: Arguments = (file, line) => [`${file}:${line}`]
const plus: Arguments = (file, line) => [`+${line}`, file]
const named: Arguments = (file, line) => ['--line', `${line}`, file]

/** Editors with a window of their own, and how each is told a line. One in the terminal would fight with the server. */
const withWindow: ReadonlyMap<string, Arguments> = new Map([
  ...pairs(goto, ['code', 'code-insiders', 'codium', 'vscodium', 'cursor', 'windsurf']),
  ...pairs(colon, ['subl', 'sublime_text', 'zed', 'zeditor', 'pulsar']),
  ...pairs(plus, ['gvim', 'mvim', 'gedit', 'xed', 'pluma', 'geany', 'bbedit']),
  ...pairs(named, ['kate', 'kwrite', 'mousepad', 'mate', 'idea', 'webstorm', 'pycharm']),
])

/**
 * The editor that a person wants files opened in: `DOSSIER_EDITOR`, whatever it is, with `{file}` and `{line}` in it or
 * not, and none where it is empty; else `VISUAL` or `EDITOR`, if it has a window of its own; else `code`, if it is there.
 */
export function findEditor(env: NodeJS.ProcessEnv): FoundEditor {
  const { DOSSIER_EDITOR: own, VISUAL, EDITOR, PATH } = env
  if (own !== undefined) return ownEditor(wordsOf(own), PATH)
  for (const text of [VISUAL, EDITOR, 'code']) {
    const [command = '', ...options] = wordsOf(text ?? '')
    const place = withWindow.get(basename(command))
    const program = place && findProgram(command, PATH)
    if (place && program) return found(program, (file, line) => [...options, ...place(file, line)])
  }
  return { kind: 'none' }
}

function ownEditor(words: readonly string[], path: string | undefined): FoundEditor {
  const [command, ...options] = words
  if (command === undefined) return { kind: 'none' }
  const program = findProgram(command, path)
  if (program === undefined) return { kind: 'missing', command }
  if (options.some((word) => placeholder.test(word))) return found(program, filled(options))
  const place = withWindow.get(basename(command)) ?? ((file) => [file])
  return found(program, (file, line) => [...options, ...place(file, line)])
}

const placeholder = /\{(file|line)\}/

function filled(words: readonly string[]): Arguments {
  const all = new RegExp(placeholder, 'g')
  return (file, line) =>
    words.map((word) => word.replace(all, (_, name) => (name === 'file' ? file : `${line}`)))
}

function found(program: string, place: Arguments): FoundEditor {
  return { kind: 'found', open: (file, line) => start(program, place(file, line)) }
}

/** No shell stands between: a name is one argument, whatever it holds. The editor outlives the server. */
function start(program: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    spawn(program, words, { stdio: 'ignore', detached: true })
      .once('error', reject)
      .once('spawn', resolve)
      .unref()
  })
}

/** Words between spaces; quotes hold some together. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  )
}

/** The path of a program, as a shell finds it. */
function findProgram(command: string, path = ''): string | undefined {
  if (/[\\/]/.test(command)) return isProgram(command) ? command : undefined
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, command)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function pairs(place: Arguments, names: readonly string[]) {
  return names.map((name) => [name, place] as const)
}
