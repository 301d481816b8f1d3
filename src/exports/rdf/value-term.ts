import type { Scalar } from '../../model/claim.ts'
import { type Term, text, typed } from './term.ts'

/** The value of an attribute, with the datatype that keeps every digit of a number. */
export function valueTerm(value: Scalar): Term {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'boolean') return typed(String(value), 'xsd:boolean')
  const digits = String(value)
  if (!Number.isFinite(value)) return text(digits)
  if (digits.includes('e')) return typed(canonicalDouble(digits), 'xsd:double')
  return typed(digits, Number.isInteger(value) ? 'xsd:integer' : 'xsd:decimal')
}

/** `1.0E21`, as XML Schema has it and readers of JSON-LD make it. */
function canonicalDouble(digits: string): string {
  const [mantissa = '', exponent = ''] = digits.split(/e\+?/)
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`
}

export function integerTerm(value: number): Term {
  return typed(String(value), 'xsd:integer')
}

/** A date as the curator wrote it. */
export function edtfTerm(value: string): Term {
  return typed(value, 'edtf:EDTF')
}

/** A day, without the sign that ISO 8601 gives to years of five digits and XML Schema does not. */
export function dayTerm(day: string): Term {
  return typed(day.replace(/^\+/, ''), 'xsd:date')
}
