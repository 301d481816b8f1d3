import { dateInWords } from './date-in-words.ts'
import { readEdtf } from './read-edtf.ts'

/**
 * EDTF for a text that is not, if there is no doubt what it means: `17 March 2012`, `circa 2012`,
 * `2009–2012`, `since March 2011`. `03/04/2012` and `winter 2012` have two meanings and get none.
 */
export function suggestEdtf(text: string): string | undefined {
  const tidy = tidied(text)
  const digits = inDigits(tidy)
  const candidates = [inSymbols(tidy), asInterval(tidy), asPoint(tidy), digits, asSerial(tidy)]
  return candidates.find((candidate) => candidate !== undefined && readEdtf(candidate).ok)
}

/** Every dash a hyphen, every gap one space, the digits of every script those of EDTF. */
function tidied(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replace(/\.{3}/g, '..')
    .replace(/^["“”„«‘’'](.*)["“”»‘’']$/, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Scripts have their ten digits in a row: the value of one is how many come before it. */
function digitOf(digit: string): number {
  const at = digit.codePointAt(0) ?? 0
  const isDigit = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint))
  let value = 0
  while (value < 9 && isDigit(at - value - 1)) value += 1
  return value
}

/** `2O12-l2`: letters that look like digits, in what else is a plain date. */
function inDigits(tidy: string): string | undefined {
  if (!/^[0-9]*[oil][0-9oil]*(-[0-9oil]{1,2}){0,2}$/.test(tidy) || !/[0-9].*[0-9]/.test(tidy)) {
    return undefined
  }
  return dateInWords(tidy.replaceAll('o', '0').replace(/[il]/g, '1'))
}

/** The number of a day, as spreadsheets show a date that they were told to take for a number; of 2000 to 2029. */
function asSerial(tidy: string): string | undefined {
  if (!/^[0-9]{5}$/.test(tidy)) return undefined
  const days = Number(tidy) - 25_569
  return days < 10_957 || days > 21_914
    ? undefined
    : new Date(days * 86_400_000).toISOString().slice(0, 10)
}

/** EDTF in the wrong case, with spaces, or with the `u` or the `??` of its drafts for `X`. */
function inSymbols(tidy: string): string {
  return tidy
    .replace(/ (?=\D)|(?<=\D) /g, '')
    .replaceAll('??', 'xx')
    .replaceAll('u', 'x')
    .toUpperCase()
}

const separators = [' to ', ' until ', ' till ', ' through ', ' - ', '/']
const openWords: readonly string[] = ['open', 'present', 'now', 'today', 'ongoing', '..']
const unknownWords: readonly string[] = ['unknown', '?', '']

function asInterval(tidy: string): string | undefined {
  const since = after(tidy, ['since '])
  if (since !== undefined) return interval(asPoint(since), '..')
  const until = after(tidy, ['until ', 'till ', 'up to '])
  if (until !== undefined) return interval('..', asPoint(until))
  const years = /^(\d{4})-(\d{4}|present|now|today|ongoing)$/.exec(tidy)
  if (years !== null) return interval(asEnd(years[1]), asEnd(years[2]))

  const span = after(tidy, ['from ']) ?? tidy
  const separator = separators.find((candidate) => span.includes(candidate))
  const ends = separator === undefined ? [] : span.split(separator)
  return ends.length === 2 ? interval(asEnd(ends[0]), asEnd(ends[1])) : undefined
}

function interval(start: string | undefined, end: string | undefined): string | undefined {
  return start === undefined || end === undefined ? undefined : `${start}/${end}`
}

function asEnd(text = ''): string | undefined {
  const end = text.trim()
  if (openWords.includes(end)) return '..'
  return unknownWords.includes(end) ? '' : asPoint(end)
}

const aboutWords = ['circa ', 'ca. ', 'ca.', 'ca ', 'c. ', 'c.', 'c ', 'about ', 'around ', '~']
const perhapsWords = ['probably ', 'possibly ', 'perhaps ', 'maybe ']

function asPoint(text: string): string | undefined {
  const about = after(text, [...aboutWords, 'approximately ', 'approx. ', 'approx '])
  const perhaps = after(about ?? text, perhapsWords) ?? before(about ?? text, ['(?)', '?'])
  const date = dateInWords((perhaps ?? about ?? text).trim())
  if (date === undefined) return undefined
  if (perhaps !== undefined) return `${date}${about === undefined ? '?' : '%'}`
  return about === undefined ? date : `${date}~`
}

function after(text: string, prefixes: readonly string[]): string | undefined {
  const prefix = prefixes.find((candidate) => text.startsWith(candidate))
  return prefix === undefined ? undefined : text.slice(prefix.length)
}

function before(text: string, suffixes: readonly string[]): string | undefined {
  const suffix = suffixes.find((candidate) => text.endsWith(candidate))
  return suffix === undefined ? undefined : text.slice(0, -suffix.length)
}
