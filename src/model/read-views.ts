import type { Report } from '../diagnostics/diagnostic.ts'
import { missingKey, wrongValue } from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import type { YamlMap, YamlNode } from '../documents/yaml-node.ts'
import type { Located } from '../text/span.ts'
import type { Noted } from './mentions.ts'
import { type NamedView, viewAddress } from './named-view.ts'
import { readEach } from './read-each.ts'
import { fieldsOf, mapOf, textOf, textsOf } from './shape.ts'
import { endsOf, placed, viewKeys, viewValue } from './view-keys.ts'

/** The views of `views.yaml`, in their order: of each its name, a note, and what the viewer shows. */
export function readViews(document: Document, report: Report, noted: Noted): readonly NamedView[] {
  if (document.root === undefined) return []
  const list = fieldsOf(document.root, 'views.yaml', ['views'], report).get('views')
  if (list === undefined) return []
  if (list.kind !== 'list') {
    report(wrongValue(list.span, 'a list of views, each after a "- "'))
    return []
  }
  const names = new Set<string>()
  return readEach(list.items, (item) => readView(item, names, report, noted))
}

function readView(
  node: YamlNode,
  names: Set<string>,
  report: Report,
  noted: Noted,
): NamedView | undefined {
  const map = mapOf(node, 'a view, with a name and what it shows', report)
  if (map === undefined) return undefined
  const fields = fieldsOf(map, 'A view', ['name', 'note', 'show'], report)
  const name = textOf(fields.get('name'), report)
  const note = textOf(fields.get('note'), report)
  const show = fields.get('show')
  if (fields.lacks('name')) report(missingKey(map.span, 'A view', 'name', 'name: The first years'))
  if (fields.lacks('show')) report(missingKey(map.span, 'A view', 'show', 'show: { around: ada }'))
  if (name && names.has(name.value)) report(wrongValue(name.span, 'a name that no other view has'))
  const shown = show && mapOf(show, 'what the view shows, such as { around: ada }', report)
  const address = shown && viewAddress(readParts(shown, report, noted))
  if (!name || names.has(name.value) || address === undefined) return undefined
  names.add(name.value)
  return { name: name.value, ...(note && { note: note.value }), address }
}

function* readParts(
  map: YamlMap,
  report: Report,
  noted: Noted,
): Generator<readonly [string, string]> {
  const fields = fieldsOf(map, 'What a view shows', Object.keys(viewKeys), report)
  for (const key of Object.keys(viewKeys)) {
    const texts = textsOf(fields.get(key), report)
    noted.entities.push(...entitiesIn(key, texts))
    if (texts.length > 0) yield [key, texts.map(({ value }) => value).join(',')]
  }
}

function entitiesIn(key: string, texts: readonly Located<string>[]): readonly Located<string>[] {
  const kind = viewValue(key)
  if (kind === 'entity') return texts
  if (kind === 'place') return texts.map(({ value, span }) => ({ value: placed(value), span }))
  if (kind !== 'relation') return []
  return texts.flatMap(({ value, span }) => endsOf(value).map((end) => ({ value: end, span })))
}
