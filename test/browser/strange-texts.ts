import { isValidElement } from 'preact'

const latin = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const strange = 'áƀçđéƒǧĥíĵķĺɱñóƥɋŕšţúṽŵẋýžÁɃÇĐÉƑǦĤÍĴĶĹṀÑÓƤɊŔŠŢÚṼŴẊÝŽ'

/** A table of texts in a language that nobody speaks: each is told from English at sight, and still read. */
export function inStrangeLetters<Table extends object>(table: Table): Table {
  return Object.fromEntries(
    Object.entries(table).map(([name, text]) => [name, translated(text)]),
  ) as Table
}

function translated(text: unknown): unknown {
  if (typeof text === 'string') return text.replace(/[a-z]/gi, (letter) => strangeOf(letter))
  if (typeof text === 'function') {
    return (...values: unknown[]) =>
      translated((text as (...values: unknown[]) => unknown)(...values))
  }
  if (Array.isArray(text)) return text.map(translated)
  if (typeof text !== 'object' || text === null || isValidElement(text)) return text
  return inStrangeLetters(text)
}

function strangeOf(letter: string): string {
  return strange[latin.indexOf(letter)] ?? letter
}
