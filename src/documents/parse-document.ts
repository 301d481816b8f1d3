import { isMap, isScalar, isSeq, type Node, parseDocument as parseYaml } from 'yaml'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import {
  duplicateKey,
  emptyFile,
  hiddenCharacter,
  unsupportedYaml,
  wrongRoot,
  yamlSyntax,
} from '../diagnostics/problems.ts'
import { hiddenCharacters } from '../text/hidden-characters.ts'
import type { Located, Span } from '../text/span.ts'
import type { Document, SourceFile } from './document.ts'
import { refusedYaml } from './refused-yaml.ts'
import { syntaxErrors } from './syntax-errors.ts'
import type { YamlEntry, YamlMap, YamlNode } from './yaml-node.ts'

const mostPerFile = 20
const deepest = 32

/** Reads the strict subset of YAML 1.2. Never throws: a broken file yields fewer facts and more diagnostics. */
export function parseDocument(source: SourceFile): Document {
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => {
    if (diagnostics.length < mostPerFile) diagnostics.push(diagnostic)
  }
  const place = (start: number, end: number): Span => ({ file: source.path, start, end })

  for (const { offset, length, codePoint } of hiddenCharacters(withoutMark(source.text))) {
    report(hiddenCharacter(place(offset, offset + length), codePoint))
  }
  const refused = refusedYaml(source.text)
  for (const { what, start, end } of refused) report(unsupportedYaml(place(start, end), what))
  const root = refused.length > 0 ? undefined : readRoot(source, place, report)
  return { ...source, root, diagnostics }
}

/** A byte order mark at the very start is allowed; it is replaced so that offsets stay. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
}

type Place = (start: number, end: number) => Span

function readRoot(source: SourceFile, place: Place, report: Report): YamlMap | undefined {
  const yaml = parseYaml(source.text, {
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  // Of a file that is no YAML the tree is a guess, and what it says would be noise beside the true mistake.
  if (yaml.errors.length > 0) {
    for (const { start, end, code, detail } of syntaxErrors(source.text, yaml.errors)) {
      report(yamlSyntax(place(start, end), code, detail))
    }
    return undefined
  }
  if (yaml.contents === null || isBlank(yaml.contents)) {
    report(emptyFile(place(0, 0)))
    return undefined
  }
  const root = treeOf(yaml.contents, place, report)
  if (root.kind === 'map') return root
  report(wrongRoot(root.span, root.kind))
  return undefined
}

function isBlank(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === ''
}

function treeOf(node: Node | null | undefined, place: Place, report: Report, depth = 0): YamlNode {
  const [start, end] = node?.range ?? [0, 0]
  const span = place(start, end)
  if (depth > deepest) {
    report(unsupportedYaml(span, 'deep-nesting'))
    return { kind: 'scalar', text: '', plain: true, span }
  }
  const child = (item: unknown) => treeOf(item as Node, place, report, depth + 1)
  if (isSeq(node)) return { kind: 'list', items: node.items.map(child), span }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => entryOf(key as Node, value, place, child))
    reportKeys(entries, report)
    return { kind: 'map', entries, span }
  }
  if (isScalar(node)) return scalarOf(node.value, node.type, span, report)
  throw new Error('Aliases are refused before the tree is built.')
}

function entryOf(
  key: Node,
  value: unknown,
  place: Place,
  child: (item: unknown) => YamlNode,
): YamlEntry {
  const [start, end] = key.range ?? [0, 0]
  const located = { value: isScalar(key) ? String(key.value) : '', span: place(start, end) }
  const nothing: YamlNode = { kind: 'scalar', text: '', plain: true, span: place(end, end) }
  return { key: located, value: value === null ? nothing : child(value) }
}

function scalarOf(value: unknown, type: string | undefined, span: Span, report: Report): YamlNode {
  const text = String(value ?? '')
  const plain = type === 'PLAIN'
  // An escape in double quotes can write what the raw text does not show.
  const escaped = type === 'QUOTE_DOUBLE' ? hiddenCharacters(text)[0] : undefined
  if (escaped) report(hiddenCharacter(span, escaped.codePoint))
  if (plain && text.includes('\u00a0')) report(hiddenCharacter(span, 'U+00A0'))
  return { kind: 'scalar', text, plain, span }
}

function reportKeys(entries: readonly YamlEntry[], report: Report): void {
  const first = new Map<string, Located<string>>()
  for (const { key } of entries) {
    const earlier = first.get(key.value)
    if (earlier === undefined) first.set(key.value, key)
    else report(duplicateKey(key, earlier.span))
    if (key.value.includes('\u00a0')) report(hiddenCharacter(key.span, 'U+00A0'))
  }
}
