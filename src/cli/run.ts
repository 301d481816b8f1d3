import { Command, CommanderError } from 'commander'
import { NoRoom } from '../documents/shelf.ts'
import { EngineProblem } from '../engines/engine-problem.ts'
import { version } from '../graph/generator.ts'
import { WrongQuestion } from '../queries/wrong-question.ts'
import { escapeForTerminal } from '../text/escape-for-terminal.ts'
import { commands } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { say } from './output.ts'
import { reasonOf } from './reason-of.ts'
import { limitInlining } from './tune-v8.ts'
import { WrongUse } from './wrong-use.ts'

/** Carries out a command line and sets the exit code. Only our own mistakes escape as exceptions. */
export async function run(words: readonly string[]): Promise<void> {
  limitInlining()
  try {
    await program().parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed its message; help and version are no mistakes.
      process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUse
    } else {
      const message = messageFor(error)
      if (message === undefined) throw error
      say(message)
      process.exitCode = exitCodes.wrongUse
    }
  }
}

/** What the person can do something about; nothing where only we can. */
function messageFor(error: unknown): string | undefined {
  if (isForThePerson(error)) return error.message
  if (error instanceof NoRoom) {
    return `What does not fit into memory is meanwhile kept in a file in "${error.folder}", and that cannot be written: ${reasonOf(error.code)}. Make room there, or name another folder in the environment variable TMPDIR.`
  }
  if (isOfTheSystem(error)) return `"${error.path}" cannot be used: ${reasonOf(error.code)}.`
  return isOfAGoneFolder(error)
    ? 'The folder in which you are is gone. Go to another one.'
    : undefined
}

/** The command was wrong, the question, or the server that was to answer it. */
function isForThePerson(error: unknown): error is Error {
  return [WrongUse, WrongQuestion, EngineProblem].some((kind) => error instanceof kind)
}

/** What the disk refuses is nobody's mistake, wherever it does. */
function isOfTheSystem(error: unknown): error is { readonly code: string; readonly path: string } {
  const { syscall, code, path } = error as NodeJS.ErrnoException
  return [syscall, code, path].every((told) => typeof told === 'string')
}

/** Whoever names no folder works in this one, and it was removed meanwhile. */
function isOfAGoneFolder(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).syscall === 'uv_cwd'
}

function program(): Command {
  const dossier = new Command('dossier')
    .description('Keep a knowledge graph as text: check it, look at it, ask it, export it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand(false)
    .showSuggestionAfterError()
    .showHelpAfterError('Add "--help" to see what can be asked.')
    .configureOutput({ outputError: (text, write) => write(withoutActing(text)) })
    .exitOverride()
    .addHelpText(
      'after',
      '\nA knowledge base is a folder with graph-data/; it is found upwards from here, or named with "--data".\n"dossier COMMAND --help" shows examples.',
    )
  for (const { name, summary, args, examples, configure, load, needsNoBase } of commands) {
    const command = dossier
      .command(`${name}${args === '' ? '' : ` ${args}`}`)
      .description(summary)
      .addHelpText('after', `\nExamples:\n${examples.map((line) => `  $ ${line}`).join('\n')}`)
    if (!needsNoBase) {
      command.option('--data <folder>', 'the knowledge base, when it is not the one around here')
    }
    configure(command)
    command.action(async (...given: unknown[]) => {
      const positional = given.slice(0, command.registeredArguments.length)
      await (await load())(positional as string[], command.opts() as never, dossier)
    })
  }
  return dossier
}

/** Commander repeats what it was given. Its own lines stay lines. */
function withoutActing(text: string): string {
  const lines = text.split(/\n(?=\(Did you mean|$)/)
  return lines.map(escapeForTerminal).join('\n')
}
