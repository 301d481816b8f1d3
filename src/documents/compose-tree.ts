import type { Node } from 'yaml'
import type { Report } from '../diagnostics/diagnostic.ts'
import {
  duplicateKey,
  hiddenCharacter,
  strangeSpace,
  unsupportedYaml,
} from '../diagnostics/problems/yaml.ts'
import {
  type HiddenCharacter,
  heapedMarks,
  hiddenCharacters,
  misleadingSpaces,
} from '../text/hidden-characters.ts'
import type { Located, Span } from '../text/span.ts'
import { mostKeys } from './limits.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts'
import { yaml } from './yaml-package.ts'

export type Place = (start: number, end: number) => Span

/** Our tree of what the `yaml` package composed; what only shows once quotes and escapes are read is reported. */
export function composeTree(node: Node | null | undefined, place: Place, report: Report): YamlNode {
  const [start, end] = node?.range ?? [0, 0]
  const span = place(start, end)
  const child = (item: unknown) => composeTree(item as Node, place, report)
  const { isMap, isScalar, isSeq } = yaml()
  if (isSeq(node)) return { kind: 'list', items: node.items.map(child), span }
  if (isMap(node)) return mapOf(node.items, span, place, report, child)
  if (isScalar(node)) return scalarOf(node.value, node.type, span, report)
  throw new Error('Aliases are refused before the tree is built.')
}

type Child = (item: unknown) => YamlNode

function mapOf(
  items: readonly { readonly key: unknown; readonly value: unknown }[],
  span: Span,
  place: Place,
  report: Report,
  child: Child,
): YamlMap {
  const entries = items.map(({ key, value }) => entryOf(key as Node, value, place, report, child))
  reportKeys(entries, report)
  return { kind: 'map', entries, span }
}

function entryOf(key: Node, value: unknown, place: Place, report: Report, child: Child): YamlEntry {
  const [start, end] = key.range ?? [0, 0]
  if (!yaml().isScalar(key)) throw new Error('Keys that are no text are refused by the parser.')
  const { text, span } = scalarOf(key.value, key.type, place(start, end), report)
  const nothing: YamlNode = { kind: 'scalar', text: '', plain: true, span: place(end, end) }
  return { key: { value: text, span }, value: value === null ? nothing : child(value) }
}

function scalarOf(
  value: unknown,
  type: string | undefined,
  span: Span,
  report: Report,
): YamlScalar {
  const text = String(value ?? '')
  const plain = type === 'PLAIN'
  // An escape in double quotes can write what the raw text does not show.
  const hidden = type === 'QUOTE_DOUBLE' ? hiddenCharacters(text)[0] : undefined
  const strange = plain ? misleadingSpaces(text)[0] : undefined
  if (hidden) report(hiddenCharacter(span, hidden.codePoint))
  if (strange) report(strangeSpace(spanIn(span, text, strange), strange.codePoint))
  const heap = heapedMarks(text)
  if (heap) report(unsupportedYaml(span, 'heaped-marks'))
  return { kind: 'scalar', text: text.slice(0, heap?.start), plain, span }
}

/** Only of a text in one line it is known where each letter stands. */
function spanIn(span: Span, text: string, { offset, length }: HiddenCharacter): Span {
  const { file, start, end } = span
  return end - start === text.length
    ? { file, start: start + offset, end: start + offset + length }
    : span
}

function reportKeys(entries: readonly YamlEntry[], report: Report): void {
  const first = new Map<string, Located<string>>()
  for (const { key } of entries) {
    const earlier = first.get(key.value)
    if (earlier === undefined) first.set(key.value, key)
    else report(duplicateKey(key, earlier.span))
  }
  const tooMany = entries[mostKeys]
  if (tooMany) report(unsupportedYaml(tooMany.key.span, 'many-keys'))
}
