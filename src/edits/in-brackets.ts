import { isEmpty, type YamlNode } from '../documents/yaml-node.ts'

/** A value on one line, as it can stand between brackets. */
export function inBrackets(node: YamlNode): string {
  if (node.kind === 'list') return listInBrackets(node.items.map(inBrackets))
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }) => `${key.value}: ${inBrackets(value)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  if (isEmpty(node)) return 'null'
  return node.plain && isSafe(node.text) ? node.text : JSON.stringify(node.text.trim())
}

export function listInBrackets(items: readonly string[]): string {
  return `[${items.join(', ')}]`
}

/** One value as it is, several in brackets. */
export function oneOrList(items: readonly string[]): string {
  return items.length === 1 ? (items[0] ?? '') : listInBrackets(items)
}

/** Letters that mean nothing to YAML, wherever they stand; a colon or a hash only within a word. */
function isSafe(text: string): boolean {
  return /^-?[\p{L}\p{N}./~(](?:[^,[\]{}#:\s"'\\]|(?<=\S)[#:](?=[^\s,[\]{}])| (?=\S))*$/u.test(text)
}
