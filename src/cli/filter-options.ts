import { type Command, InvalidArgumentError } from 'commander'

/** The filters that every command which reads a graph takes; names and meaning are those of `FilterOptions`. */
export function filterOptions(command: Command, ofTypes = 'keep entities of these types'): Command {
  return command
    .option('--type <types>', ofTypes, list)
    .option('--relation <relations>', 'keep these relations', list)
    .option('--kind <kinds>', 'keep relations of these kinds', list)
    .option('--as-of <date>', 'keep what can hold at this time (EDTF: 2012, 2012-03, 2012-03-17)')
    .option('--from <date>', 'keep what can hold then or later')
    .option('--to <date>', 'keep what can hold then or earlier')
    .option('--certain', 'with a time: keep only what certainly holds then')
    .option(
      '--min-confidence <confidence>',
      'confirmed, probable, possible, doubtful or improbable; a claim that states none passes all but "confirmed"',
    )
    .option('--source <sources>', 'keep claims that cite these sources', list)
    .option(
      '--without-source <sources>',
      'leave out claims that rest on these sources alone (events keep their dates)',
      list,
    )
    .option('--said-by <entities>', 'keep claims that these entities make', list)
    .option(
      '--without-speaker <entities>',
      'leave out claims that these entities alone make (events keep their dates)',
      list,
    )
    .option('--no-inferred', 'leave out what the curator concluded (events keep their dates)')
}

/** For commands that take a part of the graph out. */
export function partOptions(command: Command): Command {
  return filterOptions(command)
    .option('--around <entity>', 'keep what lies around this entity')
    .option('--hops <n>', 'how far around it (1 unless told)', whole)
    .option(...projectOption)
}

/** The filters choose the claims first; the ties are made of what they keep. */
export const projectOption = [
  '--project <event-type>',
  'tie the participants of each event of this type, in place of the events (neither its place nor other events)',
] as const

/** `a,b`, or the option given twice. */
export function list(words: string, before: readonly string[] | undefined): readonly string[] {
  const names = words.split(',').filter((word) => word !== '')
  if (names.length === 0) throw new InvalidArgumentError('It takes one name or more.')
  return [...(before ?? []), ...names]
}

export function whole(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number.')
  return Number(text)
}

export function wholeFromOne(text: string): number {
  const number = whole(text)
  if (number === 0) throw new InvalidArgumentError('It takes a whole number from 1 on.')
  return number
}
