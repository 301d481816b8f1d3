import { parseEdtf } from '../../dates/parse-edtf.ts'
import type { Scalar } from '../../model/claim.ts'
import type { AttributeType } from '../../model/ontology.ts'
import { compareText } from '../../text/compare-text.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { dateIn } from '../edtf-of.ts'
import { isNumberText, numberText } from './number-text.ts'

/** What the values of one attribute have in common, as far as they were seen. */
export interface SeenValues {
  count: number
  /** The first few different ones. */
  readonly distinct: Set<string>
  areNumbers: boolean
  areDates: boolean
  /** All are dates or can be read as such, in a format that knows only texts. */
  areReadAsDates: boolean
  areAddresses: boolean
  /** Some are more than a year, which a number could be. */
  hasMonths: boolean
  /** An entity has more than one. */
  isList: boolean
  /** Others may be there than those that were seen, so that they are no choice. */
  isOpen: boolean
}

/** From so many values on, few different ones are a choice. */
const fewestForChoice = 6
const mostChoices = 10
const longestChoice = 40

export function nothingSeen(): SeenValues {
  return {
    count: 0,
    distinct: new Set(),
    areNumbers: true,
    areDates: true,
    areReadAsDates: true,
    areAddresses: true,
    hasMonths: false,
    isList: false,
    isOpen: false,
  }
}

/** Takes in what an attribute could hold before, so that it still can. */
export function seeType(seen: SeenValues, type: AttributeType): void {
  if (type.kind === 'list') {
    seen.isList = true
    seeType(seen, type.of)
    return
  }
  seen.areNumbers &&= type.kind === 'number'
  seen.areDates &&= type.kind === 'date'
  seen.areReadAsDates &&= type.kind === 'date'
  seen.areAddresses &&= type.kind === 'url'
  seen.hasMonths ||= type.kind === 'date'
  if (type.kind !== 'one-of') seen.isOpen = true
  else {
    for (const value of type.values) seen.distinct.add(value)
    seen.count += Math.max(fewestForChoice, 3 * type.values.length)
  }
}

/** Takes a value in; an `untyped` one is of a format that knows only texts. */
export function seeValue(seen: SeenValues, value: Scalar, untyped: boolean): void {
  const text = String(value)
  seen.count++
  if (seen.distinct.size <= mostChoices) seen.distinct.add(text)
  seen.areNumbers &&= isNumber(value, untyped)
  seen.areAddresses &&= isWebAddress(text)
  seen.areReadAsDates &&= untyped && dateIn(text) !== undefined
  if (!seen.areDates) return
  seen.areDates = typeof value === 'string' && parseEdtf(text).ok
  seen.hasMonths ||= text.length > 4
}

/** The type that all of the values have. */
export function kindOf(seen: SeenValues, name: string): AttributeType {
  const kind = singleKind(seen, name)
  return seen.isList ? { kind: 'list', of: kind } : kind
}

function singleKind(seen: SeenValues, name: string): AttributeType {
  const { areDates, areReadAsDates, areNumbers, areAddresses, hasMonths } = seen
  const isDate = areDates && (hasMonths || isDateName(name))
  if (isDate) return { kind: 'date' }
  if (areNumbers) return { kind: 'number' }
  if (areReadAsDates && isDateName(name)) return { kind: 'date' }
  if (areAddresses) return { kind: 'url' }
  return isChoice(seen)
    ? { kind: 'one-of', values: [...seen.distinct].sort(compareText) }
    : { kind: 'text' }
}

/** Whether an attribute is called like one that holds dates: then also those are that only people can read. */
export function isDateName(name: string): boolean {
  return /date|year|born|died|birth|death|since|until/.test(name)
}

function isChoice({ count, distinct, isOpen }: SeenValues): boolean {
  const isFew = distinct.size <= mostChoices && distinct.size * 3 <= count
  return (
    !isOpen &&
    count >= fewestForChoice &&
    isFew &&
    [...distinct].every((value) => value.length <= longestChoice && !value.includes('\n'))
  )
}

function isNumber(value: Scalar, untyped: boolean): boolean {
  if (typeof value === 'number') return numberText(value) !== undefined
  return untyped && typeof value === 'string' && isNumberText(value)
}
