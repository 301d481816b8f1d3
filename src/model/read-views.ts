import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { unknownRelation, unknownType } from '../diagnostics/problems/names.ts'
import { missingKey, noSuchChoice, wrongValue } from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import type { YamlMap, YamlNode } from '../documents/yaml-node.ts'
import { suggestion } from '../text/nearest.ts'
import type { Located } from '../text/span.ts'
import type { Noted } from './mentions.ts'
import { type NamedView, viewAddress } from './named-view.ts'
import { readEach } from './read-each.ts'
import { fieldsOf, mapOf, textOf, textsOf } from './shape.ts'
import {
  endsOf,
  listedViewKeys,
  placed,
  type ViewValue,
  viewChoices,
  viewKeys,
  viewValue,
} from './view-keys.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The views of `views.yaml`, in their order: of each its name, a note, and what the viewer shows. */
/** Without a vocabulary types are taken as they are written. */
export function readViews(
  document: Document,
  report: Report,
  noted: Noted,
  vocabulary?: Vocabulary,
): readonly NamedView[] {
  if (document.root === undefined) return []
  const list = fieldsOf(document.root, 'views.yaml', ['views'], report).get('views')
  if (list === undefined) return []
  if (list.kind !== 'list') {
    report(wrongValue(list.span, 'a list of views, each after a "- "'))
    return []
  }
  const names = new Set<string>()
  return readEach(list.items, (item) => readView(item, names, { report, noted, vocabulary }))
}

interface Context {
  readonly report: Report
  readonly noted: Noted
  readonly vocabulary: Vocabulary | undefined
}

function readView(node: YamlNode, names: Set<string>, context: Context): NamedView | undefined {
  const { report } = context
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
  const address = shown && viewAddress(readParts(shown, context))
  if (!name || names.has(name.value) || address === undefined) return undefined
  names.add(name.value)
  return { name: name.value, ...(note && { note: note.value }), address }
}

function* readParts(map: YamlMap, context: Context): Generator<readonly [string, string]> {
  const { report, noted } = context
  const fields = fieldsOf(map, 'What a view shows', Object.keys(viewKeys), report)
  for (const key of Object.keys(viewKeys)) {
    const node = fields.get(key)
    const problem = node && listProblem(key, node)
    if (problem) report(problem)
    if (problem || node === undefined) continue
    const texts = textsOf(node, report)
    for (const text of texts) checkValue(key, text, context)
    noted.entities.push(...entitiesIn(key, texts))
    if (texts.length > 0) yield [key, texts.map(({ value }) => value).join(',')]
  }
}

/** In the address commas part several values; in a file a list does. */
function listProblem(key: string, node: YamlNode): Diagnostic | undefined {
  if (!listedViewKeys.includes(key)) {
    return node.kind === 'list' ? wrongValue(node.span, 'one value, and no list') : undefined
  }
  if (node.kind !== 'scalar' || !node.text.includes(',')) return undefined
  const items = node.text.split(',').map((item) => item.trim())
  return wrongValue(node.span, `a list: [${items.join(', ')}]`)
}

function checkValue(key: string, text: Located<string>, { report, noted, vocabulary }: Context) {
  const choices = viewChoices[key]
  const kind = viewValue(key)
  if (choices && !choices.includes(text.value)) {
    report(noSuchChoice(text, choices, suggestion(text.value, choices)))
  }
  if (kind === 'count' && !/^[1-9][0-9]{0,5}$/.test(text.value)) {
    report(wrongValue(text.span, 'a whole number, 1 or more, in digits'))
  }
  if (kind === 'source') {
    noted.citations.push({ source: text.value, at: undefined, quote: undefined, span: text.span })
  }
  if (vocabulary) checkType(kind, text, vocabulary, report)
}

function checkType(
  kind: ViewValue,
  text: Located<string>,
  { ontology, suggest }: Vocabulary,
  report: Report,
): void {
  const { entityTypes, relationTypes } = ontology
  if (kind === 'entity-type' && !entityTypes.has(text.value)) {
    report(unknownType(text, [...entityTypes.keys()], suggest.entityType(text.value)))
  }
  if (kind === 'relation-type' && !relationTypes.has(text.value)) {
    report(unknownRelation(text, suggest.relation(text.value)))
  }
}

function entitiesIn(key: string, texts: readonly Located<string>[]): readonly Located<string>[] {
  const kind = viewValue(key)
  if (kind === 'entity') return texts
  if (kind === 'place') return texts.map(({ value, span }) => ({ value: placed(value), span }))
  if (kind !== 'relation') return []
  return texts.flatMap(({ value, span }) => endsOf(value).map((end) => ({ value: end, span })))
}
