import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import {
  cutByComma,
  noSuchChoice,
  repeatedItem,
  unknownKey,
  wrongValue,
} from '../diagnostics/problems/shape.ts'
import { isEmpty, type YamlEntry, type YamlMap, type YamlNode } from '../documents/yaml-node.ts'
import { type Suggestion, suggestion } from '../text/nearest.ts'
import type { Located, Span } from '../text/span.ts'
import { isWebAddress } from '../text/web-address.ts'
import { Fields } from './fields.ts'
import { readEach } from './read-each.ts'

// Readers of one value each. A reader that does not find what it expects reports it and returns nothing.

/**
 * The entries of a map by key; a key that is not allowed is reported and left out. `misplaced` knows keys that belong
 * elsewhere.
 */
export function fieldsOf(
  map: YamlMap,
  owner: string,
  allowed: readonly string[],
  report: Report,
  misplaced?: (key: Located<string>) => Diagnostic | undefined,
): Fields {
  const isAllowed = ({ key }: YamlEntry) => allowed.includes(key.value)
  if (map.entries.every(isAllowed)) return new Fields(map.entries)
  const misspelt: string[] = []
  for (const [at, entry] of map.entries.entries()) {
    if (isAllowed(entry)) continue
    const { key } = entry
    const before = map.entries[at - 1]
    if (before && isCutByComma(entry)) {
      reportCut(before, key, report)
      continue
    }
    const meant = suggestion(key.value, allowed)
    if (meant) misspelt.push(meant.text)
    report(misplaced?.(key) ?? unknownKey(key, owner, allowed, unlessThere(meant, map)))
  }
  return new Fields(map.entries.filter(isAllowed), misspelt)
}

/** Of a list without brackets the first comma is told. */
function reportCut(before: YamlEntry, key: Located<string>, report: Report): void {
  if (!isCutByComma(before)) report(cutByComma(key, before.key))
}

/** In braces a text that goes on behind a comma is a key without even a colon. */
export function isCutByComma({ key, value }: YamlEntry): boolean {
  return value.span.start === key.span.end
}

/** Where the right key stands in the same map already, putting it there twice would lose one of the values. */
export function unlessThere(
  meant: Suggestion | undefined,
  { entries }: YamlMap,
): Suggestion | undefined {
  if (meant === undefined) return undefined
  const isThere = entries.some(({ key }) => key.value === meant.text)
  return isThere ? { ...meant, isOnly: false } : meant
}

export function mapOf(node: YamlNode, expected: string, report: Report): YamlMap | undefined {
  if (node.kind === 'map') return node
  report(wrongValue(node.span, expected))
  return undefined
}

export function textOf(
  node: YamlNode | undefined,
  report: Report,
  expected = 'a text',
): Located<string> | undefined {
  if (node === undefined) return undefined
  const text = textIn(node)
  if (text === undefined) report(wrongValue(node.span, expected))
  return text
}

function textIn(node: YamlNode): Located<string> | undefined {
  if (node.kind !== 'scalar' || isEmpty(node)) return undefined
  const value = node.text.trim()
  return value === '' ? undefined : { value, span: node.span }
}

/** What is not written has no texts. */
const none: readonly never[] = []

/** One text or a list of them. */
export function textsOf(
  node: YamlNode | undefined,
  report: Report,
  expected = 'a text or a list of texts',
): readonly Located<string>[] {
  if (node === undefined) return none
  if (node.kind !== 'list') {
    const text = textOf(node, report, expected)
    return text ? [text] : none
  }
  return readEach(node.items, (item) => textOf(item, report, expected))
}

/** The same of a list in which nothing may stand twice. */
export function distinctTextsOf(
  node: YamlNode | undefined,
  report: Report,
  expected?: string,
): readonly Located<string>[] {
  const texts = textsOf(node, report, expected)
  if (texts.length > 1) reportRepeated(texts, report)
  return texts
}

export function reportRepeated(texts: readonly Located<string>[], report: Report): void {
  const first = new Map<string, Span>()
  for (const { value, span } of texts) {
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, span)
    else report(repeatedItem(span, value, earlier))
  }
}

export function truthOf(node: YamlNode | undefined, report: Report): boolean | undefined {
  if (node === undefined) return undefined
  if (node.kind === 'scalar' && node.plain && node.text === 'true') return true
  if (node.kind === 'scalar' && node.plain && node.text === 'false') return false
  const isPlain = node.kind === 'scalar' && node.plain
  const meant = isPlain ? spokenTruths.get(node.text.toLowerCase()) : undefined
  if (!isPlain || meant === undefined) {
    report(wrongValue(node.span, 'true or false, without quotes'))
    return undefined
  }
  const text = { value: node.text, span: node.span }
  report(noSuchChoice(text, ['true', 'false'], { text: meant, isOnly: true }))
  return undefined
}

/** What other tools take for true and false. */
const spokenTruths: ReadonlyMap<string, string> = new Map(
  [
    ['true', ['true', 'yes', 'y', 'on', '1']],
    ['false', ['false', 'no', 'n', 'off', '0']],
  ].flatMap(([truth, words]) => (words as string[]).map((word) => [word, truth as string])),
)

/** A whole number of at least 1, written in digits. */
export function countOf(node: YamlNode | undefined, report: Report): number | undefined {
  if (node === undefined) return undefined
  if (node.kind === 'scalar' && node.plain && /^[1-9][0-9]{0,14}$/.test(node.text)) {
    return Number(node.text)
  }
  report(wrongValue(node.span, 'a whole number, 1 or more, in digits'))
  return undefined
}

/** A decimal number that prints as it is written: `0012`, `1.10` and `1e999` are not numbers here. */
export function numberOf(node: YamlNode): number | undefined {
  return node.kind === 'scalar' && node.plain ? printable(node.text) : undefined
}

/** A decimal number of which no digit is lost; zeros at the end, as in `2.50`, say nothing and may be. */
export function decimalOf(node: YamlNode): number | undefined {
  if (node.kind !== 'scalar' || !node.plain) return undefined
  return printable(
    /^-?[0-9]+\.[0-9]+$/.test(node.text) ? node.text.replace(/\.?0+$/, '') : node.text,
  )
}

function printable(text: string): number | undefined {
  const number = Number(text)
  return /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(text) && String(number) === text
    ? number
    : undefined
}

export function choiceOf<T extends string>(
  node: YamlNode | undefined,
  choices: readonly T[],
  report: Report,
): T | undefined {
  if (node === undefined) return undefined
  const text = textIn(node)
  if (text === undefined) {
    report(wrongValue(node.span, `one of ${choices.join(', ')}`))
    return undefined
  }
  const found = choices.find((choice) => choice === text.value)
  if (found === undefined) report(noSuchChoice(text, choices, suggestion(text.value, choices)))
  return found
}

const address = 'an address that begins with https:// or http://'

/** An absolute http or https address: nothing else is ever made a link. */
export function addressOf(node: YamlNode | undefined, report: Report): string | undefined {
  const text = textOf(node, report, address)
  if (text === undefined || isWebAddress(text.value)) return text?.value
  report(wrongValue(text.span, address))
  return undefined
}
