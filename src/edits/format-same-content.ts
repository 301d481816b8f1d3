import type { YamlMap, YamlNode, YamlScalar } from '../documents/yaml-node.ts'
import { marksOf } from './format-comments.ts'

/** A text and what was read from it. */
export interface ReadText {
  readonly text: string
  readonly root: YamlMap
}

/** Whether two texts say the same and hold the same comments, in whatever order the keys of a map come. */
export function hasSameContent(one: ReadText, other: ReadText): boolean {
  const [comments, others] = [commentsOf(one.text), commentsOf(other.text)]
  return (
    comments.length === others.length &&
    comments.every((comment, index) => comment === others[index]) &&
    isSame(one.root, other.root)
  )
}

function commentsOf(text: string): string[] {
  return marksOf(text)
    .comments.map((comment) => comment.text)
    .sort()
}

function isSame(one: YamlNode, other: YamlNode): boolean {
  if (one.kind === 'scalar') return other.kind === 'scalar' && isSameScalar(one, other)
  if (one.kind === 'list') {
    if (other.kind !== 'list' || one.items.length !== other.items.length) return false
    return one.items.every((item, index) => isSameOrNone(item, other.items[index]))
  }
  if (other.kind !== 'map' || one.entries.length !== other.entries.length) return false
  const values = new Map(other.entries.map(({ key, value }) => [key.value, value]))
  return one.entries.every(({ key, value }) => isSameOrNone(value, values.get(key.value)))
}

function isSameOrNone(one: YamlNode, other: YamlNode | undefined): boolean {
  return other !== undefined && isSame(one, other)
}

/** Quotes make a difference where a text without them is a number, a truth value or nothing. */
function isSameScalar(one: YamlScalar, other: YamlScalar): boolean {
  if (one.text !== other.text) return false
  return one.plain === other.plain || !/^(~|null|true|false|-?[0-9.]+|)$/i.test(one.text)
}
