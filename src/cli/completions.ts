import type { Command } from 'commander'
import { escapeForTerminal } from '../text/escape-for-terminal.ts'
import type { Candidate } from './candidate.ts'
import { completeWords } from './complete-words.ts'
import { isShell, type Shell, scripts, shells } from './completion-scripts.ts'
import { WrongUse } from './wrong-use.ts'

/** Prints the script for a shell; with words behind `--`, what may stand in the place of the last of them. */
export async function completions(
  [shell = '', ...rest]: readonly string[],
  _options: unknown,
  program: Command,
): Promise<void> {
  if (!isShell(shell)) {
    throw new WrongUse(`There is no script for "${shell}". There are ${shells.join(', ')}.`)
  }
  // Commander gives the words of `[words...]` as one list.
  const words = rest.flat()
  if (words.length === 0) process.stdout.write(scripts[shell])
  else {
    const found = await completeWords(program, words)
    process.stdout.write(found.map((candidate) => `${lineFor(shell, candidate)}\n`).join(''))
  }
}

function lineFor(shell: Shell, { word, meaning }: Candidate): string {
  if (shell === 'bash' || meaning === '') return word
  return `${word}${shell === 'zsh' ? ':' : '\t'}${escapeForTerminal(meaning)}`
}
