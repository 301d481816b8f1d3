import type { Argument, Command, Option } from 'commander'
import { type Candidate, plain } from './candidate.ts'
import { completeName } from './complete-name.ts'
import { list } from './filter-options.ts'

/** What may stand in the place of the last word: nothing where a file could, or where nobody knows. */
export async function completeWords(
  program: Command,
  words: readonly string[],
): Promise<readonly Candidate[]> {
  const [typed = '', ...before] = [...words].reverse()
  const [name, ...given] = before.reverse()
  if (name === undefined) {
    return typed.startsWith('-') ? optionsOf(program, typed) : commandsOf(program, typed)
  }
  const command = program.commands.find((one) => one.name() === name)
  return command ? completeFor(command, given, typed) : []
}

function commandsOf(program: Command, typed: string): Candidate[] {
  const all = program.commands.map((one) => ({ word: one.name(), meaning: one.description() }))
  return beginning(typed, all)
}

async function completeFor(command: Command, given: readonly string[], typed: string) {
  const data = folderIn(given)
  const valuesOf = async (what: Option | Argument, text: string) => {
    if (what.argChoices) return beginning(text, what.argChoices.map(plain))
    // Of a list the last name is completed.
    const start = what.parseArg === list ? text.lastIndexOf(',') + 1 : 0
    const names = await completeName(command.name(), placeholderOf(what), data)
    return prefixed(text.slice(0, start), beginning(text.slice(start), names))
  }
  const open = takesValue(command, given.at(-1))
  if (open) return valuesOf(open, typed)
  const equals = typed.indexOf('=') + 1
  const named = takesValue(command, typed.slice(0, Math.max(0, equals - 1)))
  if (named) return prefixed(typed.slice(0, equals), await valuesOf(named, typed.slice(equals)))
  if (typed.startsWith('-')) return optionsOf(command, typed)
  const argument = argumentAt(command, given)
  return argument ? valuesOf(argument, typed) : []
}

/** The positional word that comes now. */
function argumentAt(command: Command, given: readonly string[]): Argument | undefined {
  const place = given.filter(
    (word, index) => !word.startsWith('-') && !takesValue(command, given[index - 1]),
  ).length
  const declared = command.registeredArguments
  const last = declared.at(-1)
  return declared[place] ?? (last?.variadic ? last : undefined)
}

/** The option that this word is, if a value may come after it. */
function takesValue(command: Command, word: string | undefined): Option | undefined {
  return command.options.find(
    ({ long, short, required, optional }) =>
      (required || optional) && word !== undefined && [long, short].includes(word),
  )
}

function folderIn(given: readonly string[]): string | undefined {
  const name = '--data'
  const at = given.lastIndexOf(name)
  if (at >= 0) return given[at + 1]
  return given.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** `types` of `--type <types>`, and `entity` of `<entity>`. */
function placeholderOf(what: Option | Argument): string {
  if (!('flags' in what)) return what.name()
  return /[<[](.+?)[>\]]/.exec(what.flags)?.[1] ?? ''
}

function optionsOf(command: Command, typed: string): Candidate[] {
  const own = command.options.flatMap(({ long, description }) =>
    long ? [{ word: long, meaning: description }] : [],
  )
  return beginning(typed, [...own, { word: '--help', meaning: 'explain a command' }])
}

function beginning(typed: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ word }) => word.startsWith(typed))
}

function prefixed(before: string, candidates: readonly Candidate[]): readonly Candidate[] {
  if (before === '') return candidates
  return candidates.map(({ word, meaning }) => ({ word: before + word, meaning }))
}
