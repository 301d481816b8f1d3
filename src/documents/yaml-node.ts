import type { Located, Span } from '../text/span.ts'

/** What a YAML file says, without types: whether `2012` is a year or a number is for the schema to decide. */
export type YamlNode = YamlScalar | YamlList | YamlMap

export interface YamlScalar {
  readonly kind: 'scalar'
  readonly text: string
  /** Only a plain scalar can be empty, a number or a truth value; a quoted one is always text. */
  readonly plain: boolean
  readonly span: Span
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly span: Span
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
  readonly span: Span
}

export interface YamlEntry {
  readonly key: Located<string>
  readonly value: YamlNode
}

/** Nothing was written: `cite:` and no more, or one of YAML's words for null. */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.plain && isNothing(node.text)
}

function isNothing(text: string): boolean {
  return text.length <= 4 && /^(~|null|Null|NULL)?$/.test(text)
}
