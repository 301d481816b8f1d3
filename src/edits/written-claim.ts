import type { YamlEntry, YamlMap, YamlNode } from '../documents/yaml-node.ts'
import { claimKeys } from '../model/read-claim.ts'
import { numberOf } from '../model/shape.ts'
import { inBrackets } from './in-brackets.ts'
import { itemsOf, valuesOf } from './written-ids.ts'

const besidesRelation: readonly string[] = ['as', ...claimKeys]

/** The one entry of a relation that names it; nothing where it is not clear which. */
export function relationEntry(item: YamlNode): YamlEntry | undefined {
  if (item.kind !== 'map') return undefined
  const [entry, another] = item.entries.filter(({ key }) => !besidesRelation.includes(key.value))
  return another === undefined ? entry : undefined
}

/** All that a claim says except where it is cited from: two with the same are one claim from two places. */
export function statementOf(claim: YamlNode): string {
  if (claim.kind !== 'map') return JSON.stringify([['value', plainValue(claim)]])
  const entries = claim.entries.filter(({ key }) => key.value !== 'cite')
  const said = entries.map(({ key, value }) => [
    key.value,
    key.value === 'value' ? plainValue(value) : setOf(value),
  ])
  return JSON.stringify(said.sort())
}

/** A number is not the text that looks like it. */
function plainValue(value: YamlNode): unknown {
  return value.kind === 'scalar' ? (numberOf(value) ?? value.text.trim()) : inBrackets(value)
}

/** Of ids, of rivals and of everything else that may be a list the order says nothing. */
function setOf(value: YamlNode): string[] {
  return itemsOf(value)
    .map((item) =>
      item.kind === 'scalar'
        ? item.text.trim()
        : statementOf(item) +
          citationsOf(item)
            .map(({ key }) => key)
            .sort(),
    )
    .sort()
}

export interface WrittenCitation {
  /** The same for two that name one place with one quote. */
  readonly key: string
  /** On one line. */
  readonly text: string
}

/** What a map says under `cite`; nothing where it has no such key. */
export function ownCitations(map: YamlNode): readonly WrittenCitation[] | undefined {
  const [cite] = valuesOf(map, 'cite')
  return cite && itemsOf(cite).map((item) => ({ key: keyOf(item), text: inBrackets(item) }))
}

function citationsOf(map: YamlNode): readonly WrittenCitation[] {
  return ownCitations(map) ?? []
}

function keyOf(citation: YamlNode): string {
  if (citation.kind === 'scalar') {
    const [source, at] = citation.text.trim().split('#')
    return JSON.stringify([source, at ?? null, null])
  }
  const part = (key: string) => {
    const [value] = valuesOf(citation, key)
    return value?.kind === 'scalar' ? value.text.trim() : null
  }
  return JSON.stringify([part('source'), part('at'), part('quote')])
}

export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((entry) => entry.key.value === key)
}
