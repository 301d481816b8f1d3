import { once } from 'node:events'
import { escapeForJson, escapeForTerminal } from '../text/escape-for-terminal.ts'
import { exitCodes } from './exit-codes.ts'

export { counted } from '../text/counted.ts'
export { indented } from '../text/indented.ts'

/**
 * A message of one line for the person at the terminal; it never mixes with data on stdout. Names from the data and
 * from the disk cannot act on the terminal, nor begin a line of their own.
 */
export function say(message: string): void {
  process.stderr.write(`${escapeForTerminal(message)}\n`)
}

/**
 * A mistake of ours. Its message may repeat what a file or a server holds, so it cannot act on the terminal either, and
 * none of its lines is an annotation in a log of CI.
 */
export function sayMistake(error: unknown): void {
  say('Dossier made a mistake, please report it:')
  const told = (error instanceof Error && error.stack) || String(error)
  for (const line of told.split('\n')) say(`| ${line}`)
}

/** Lines of an answer. Text from the data cannot act on the terminal: what could is shown as an escape. */
export function print(text: string): void {
  const lines = text.split('\n').map(escapeForTerminal)
  process.stdout.write(`${lines.join('\n')}\n`)
}

export function printJson(value: unknown): void {
  process.stdout.write(`${escapeForJson(JSON.stringify(value, null, 2))}\n`)
}

/** Writes a long text piece by piece and waits for a slow reader. */
export async function stream(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
  }
}

/**
 * A reader that has seen enough closes the pipe; that is no error, and there is nobody left to write to. A disk that is
 * full is told, where there is still somebody to tell.
 */
export function endWhereNothingIsTaken(): void {
  for (const target of [process.stdout, process.stderr]) {
    target.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.fine)
      if (target === process.stdout) {
        const why = code === 'ENOSPC' ? 'the disk is full' : `the system says ${code}`
        say(`The output cannot be written: ${why}.`)
      }
      process.exit(exitCodes.wrongUse)
    })
  }
}

/** Whether to colour what goes to this stream: on a terminal, unless NO_COLOR or a dumb terminal says otherwise. */
export function wantsColour(target: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true
  return target.isTTY === true && TERM !== 'dumb'
}

/** So that what is shown is what holds now. A file or a pipe keeps all that it was given. */
export function clearScreen(): void {
  if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H')
}
