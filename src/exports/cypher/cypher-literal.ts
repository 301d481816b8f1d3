import { mendHalves } from '../../text/half-characters.ts'

/** A value as Neo4j stores it; a list holds values of one kind. */
export type CypherValue = string | number | boolean | CypherDay | readonly Plain[]
type Plain = string | number | boolean

/** A day of a calendar that has one for every year: `2012-03-17`, `-0043-01-01`. */
export interface CypherDay {
  readonly day: string
}

/** What a node or relationship says; what is undefined is not said. */
export type CypherRow = Readonly<Record<string, CypherValue | undefined>>

/** A map as Cypher spells it, with every value as a literal and every name in backticks. */
export function cypherMap(row: CypherRow): string {
  const entries = Object.entries(row).flatMap(([name, value]) =>
    value === undefined ? [] : [`${cypherName(name)}: ${cypherLiteral(value)}`],
  )
  return `{${entries.join(', ')}}`
}

export function cypherLiteral(value: CypherValue): string {
  if (typeof value === 'string') return cypherText(value)
  if (typeof value === 'number') return numberLiteral(value, Number.isSafeInteger(value))
  if (typeof value === 'boolean') return String(value)
  if ('day' in value) return `date(${cypherText(value.day)})`
  return listLiteral(value)
}

/** A name in backticks, so that none of Cypher's own words is in the way. Others than ours are a mistake of ours. */
export function cypherName(name: string): string {
  if (!/^\w+$/.test(name)) throw new Error(`${JSON.stringify(name)} is no name in a script.`)
  return `\`${name}\``
}

/**
 * Text between single quotes. Where a backslash would come to stand before a `u`, the text is put together of two, since
 * some readers resolve `\u0027` before they look for quotes.
 */
function cypherText(text: string): string {
  const whole = mendHalves(text)
  if (!whole.includes('\\u')) return quoted(whole)
  return whole
    .split(/(?<=\\)(?=u)/)
    .map(quoted)
    .join(' + ')
}

function quoted(text: string): string {
  return `'${text.replace(special, escapeOf)}'`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in a script as they are.
const special = /[\\'\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, '0')
  return escapes[character] ?? `\\u${code}`
}

/** Neo4j has whole numbers of 64 bits and floating ones: what is too large for the first is one of the second. */
function numberLiteral(number: number, whole: boolean): string {
  const text = String(number)
  return whole || /[.e]/.test(text) ? text : `${text}.0`
}

/** A list of one kind: numbers, truth values, or else texts. */
function listLiteral(items: readonly Plain[]): string {
  if (items.every((item) => typeof item === 'number')) {
    const whole = items.every((item) => Number.isSafeInteger(item))
    return `[${items.map((item) => numberLiteral(item, whole)).join(', ')}]`
  }
  const truths = items.every((item) => typeof item === 'boolean')
  return `[${items.map((item) => (truths ? String(item) : cypherText(String(item)))).join(', ')}]`
}
