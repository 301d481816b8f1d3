import type { Document } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { isEmpty, type YamlList, type YamlNode } from '../documents/yaml-node.ts'
import { nothingNoted } from '../model/mentions.ts'
import type { NamedView } from '../model/named-view.ts'
import { viewsPath } from '../model/own-files.ts'
import { readViews } from '../model/read-views.ts'
import { listedViewKeys, viewKeys } from '../model/view-keys.ts'
import { hiddenCharacters } from '../text/hidden-characters.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { columnAt, isFlow, lineBreakOf, partsOf } from './extent.ts'
import type { FileChange } from './file-change.ts'
import { inlineValue } from './format-scalar.ts'
import { insertLines } from './insert-lines.ts'
import { type Refusal, refuse } from './refactoring.ts'
import { removePart } from './remove-part.ts'
import { valuesOf } from './written-ids.ts'

/** Puts a view at the end of `views.yaml`, or where the one stands that has its name. All else stays as it is. */
export function keepView(document: Document | undefined, given: NamedView): FileChange | Refusal {
  const view = { ...given, name: oneLine(given.name), note: oneLine(given.note ?? '') }
  if (view.name === '') return refuse('A view needs a name.')
  if (hiddenCharacters(view.name + view.note).length > 0) {
    return refuse('A name or a note cannot hold characters that nobody sees.')
  }
  const edit = placeFor(document, view.name, linesOf(view))
  if ('refused' in edit) return edit
  const before = document?.text
  const after = applyEdits(before ?? '', [edit])
  return isKept(after, view) ? { path: viewsPath, before, after } : cannotBeEdited
}

/** Takes the view of a name out of `views.yaml`. */
export function forgetView(document: Document | undefined, name: string): FileChange | Refusal {
  const list = document && listIn(document)
  const index = list?.kind === 'list' ? namesIn(list).indexOf(name) : -1
  if (document === undefined || list?.kind !== 'list' || index < 0) {
    return refuse(`There is no view "${name}".`)
  }
  const { text } = document
  // A list that has nothing in it has to say so.
  const rest = list.items.length > 1 || isFlow(text, list) ? '' : `  []${lineBreakOf(text)}`
  const after = applyEdits(text, [{ ...removePart(text, list, index), text: rest }])
  return { path: viewsPath, before: text, after }
}

const cannotBeEdited = refuse(
  'views.yaml is written in a way that Dossier cannot add to. Run "dossier check" and mend it first.',
)

function placeFor(
  document: Document | undefined,
  name: string,
  lines: readonly string[],
): TextEdit | Refusal {
  const text = document?.text ?? ''
  const list = document && listIn(document)
  if (list === undefined) {
    return insertLines(text, text.length, 0, ['views:', ...lines.map((line) => `  ${line}`)])
  }
  if (list.kind !== 'list' || list.items.length === 0) {
    if (!isEmpty(list) && list.kind !== 'list') return cannotBeEdited
    const { text: added } = insertLines(text, 0, 2, lines)
    return { ...list.span, text: lineBreakOf(text) + added.trimEnd() }
  }
  if (isFlow(text, list)) {
    return refuse(
      'The list in views.yaml stands in brackets. Write each view in lines after a "- ".',
    )
  }
  const column = columnAt(text, list.span.start)
  const index = namesIn(list).indexOf(name)
  const end = partsOf(text, list).at(-1)?.end ?? text.length
  if (index < 0) return insertLines(text, end, column, lines)
  return { ...removePart(text, list, index), text: insertLines(text, 0, column, lines).text }
}

function listIn({ root }: Document): YamlNode | undefined {
  return root && valuesOf(root, 'views')[0]
}

function namesIn({ items }: YamlList): readonly string[] {
  return items.map((item) => {
    const [name] = valuesOf(item, 'name')
    return name?.kind === 'scalar' ? name.text.trim() : ''
  })
}

/** As `dossier format` lays it out. */
function linesOf({ name, note, address }: NamedView): readonly string[] {
  const values = new URLSearchParams(address.replaceAll('+', '%2B'))
  const shown = Object.keys(viewKeys).flatMap((key) => {
    const value = values.get(key)
    if (!value) return []
    const isList = listedViewKeys.includes(key) && value.includes(',')
    const items = value.split(',').filter((item) => item !== '')
    return [`    ${key}: ${isList ? `[${items.map(inList).join(', ')}]` : alone(value)}`]
  })
  return [
    `- name: ${alone(name)}`,
    ...(note ? [`  note: ${alone(note)}`] : []),
    ...(shown.length > 0 ? ['  show:', ...shown] : ['  show: {}']),
  ]
}

/** Numbers and dates need no quotes, since nothing but the viewer reads them. */
function alone(text: string): string {
  return /^\d[-\d]*(?:\/[-\d]+)?$/.test(text) ? text : inlineValue(written(text), false)
}

function inList(text: string): string {
  return inlineValue(written(text), true)
}

function written(text: string) {
  return { kind: 'scalar', text, plain: false, raw: '' } as const
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** What was written is read again: whatever a name holds, it must come back. */
function isKept(text: string, { name, address }: NamedView): boolean {
  const document = parseDocument({ path: viewsPath, text })
  let isSound = document.diagnostics.length === 0
  const spoil = () => {
    isSound = false
  }
  const views = readViews(document, spoil, nothingNoted())
  const wanted = new URLSearchParams(address)
  const kept = views.find((view) => view.name === name)
  return isSound && kept !== undefined && sameView(new URLSearchParams(kept.address), wanted)
}

function sameView(a: URLSearchParams, b: URLSearchParams): boolean {
  return Object.keys(viewKeys).every((key) => (a.get(key) || '') === (b.get(key) || ''))
}
