import { daysInMonth } from './calendar.ts'
import type { PlainDate } from './edtf.ts'

/**
 * The fast way for what nearly all dates are: `2012`, `2012-03`, `2012-03-17`. Whatever is not
 * exactly that, or does not exist, is undefined and gets its answer from the slow way.
 */
export function parsePlainDate(text: string): PlainDate | undefined {
  const { length } = text
  if (length !== 4 && length !== 7 && length !== 10) return undefined
  const year = number(text, 0) * 100 + number(text, 2)
  const month = length === 4 ? undefined : part(text, 4)
  const day = length === 10 ? part(text, 7) : undefined
  if (Number.isNaN(year)) return undefined
  if (month !== undefined && !(month >= 1 && month <= 12)) return undefined
  if (day !== undefined && !(day >= 1 && day <= daysInMonth(year, month ?? 1))) return undefined
  return { kind: 'date', year, month, day, doubt: undefined }
}

function part(text: string, at: number): number {
  return text.charCodeAt(at) === hyphen ? number(text, at + 1) : Number.NaN
}

function number(text: string, at: number): number {
  return digit(text.charCodeAt(at)) * 10 + digit(text.charCodeAt(at + 1))
}

function digit(code: number): number {
  const value = code - zero
  return value >= 0 && value <= 9 ? value : Number.NaN
}

const hyphen = '-'.charCodeAt(0)
const zero = '0'.charCodeAt(0)
