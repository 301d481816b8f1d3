import { Composer, isMap, isScalar, isSeq, type Node, Parser } from 'yaml'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { emptyFile } from '../diagnostics/problems/files.ts'
import {
  duplicateKey,
  hiddenCharacter,
  swallowedText,
  unsupportedYaml,
  withMore,
  wrongRoot,
  yamlSyntax,
} from '../diagnostics/problems/yaml.ts'
import { hiddenCharacters } from '../text/hidden-characters.ts'
import type { Located, Span } from '../text/span.ts'
import type { Document, SourceFile } from './document.ts'
import { readStrict } from './read-strict.ts'
import { refusedYaml } from './refused-yaml.ts'
import { swallowedText as findSwallowedText } from './swallowed-text.ts'
import { syntaxErrors } from './syntax-errors.ts'
import { tooDeep } from './too-deep.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts'

const mostPerFile = 20
const deepest = 32

/** Reads the strict subset of YAML 1.2. Never throws: a broken file yields fewer facts and more diagnostics. */
export function parseDocument(source: SourceFile): Document {
  const root = readStrict(source)
  const document = root ? { ...source, root, diagnostics: [] } : judgeDocument(source)
  if (document.root === undefined) return document
  const swallowed = findSwallowedText(source.text, document.root).map(({ start, end }) =>
    swallowedText({ file: source.path, start, end }),
  )
  return { ...document, diagnostics: [...document.diagnostics, ...swallowed] }
}

/** What the `yaml` package makes of a file: slower by far, and the judge of all that is unusual. */
export function judgeDocument(source: SourceFile): Document {
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  const place = (start: number, end: number): Span => ({ file: source.path, start, end })

  for (const { offset, length, codePoint } of hiddenCharacters(withoutMark(source.text))) {
    report(hiddenCharacter(place(offset, offset + length), codePoint))
  }
  for (const { index } of source.text.matchAll(/\r(?!\n)/g)) {
    report(hiddenCharacter(place(index, index + 1), 'U+000D'))
  }
  const refused = refusedYaml(source.text)
  for (const { what, start, end } of refused) report(unsupportedYaml(place(start, end), what))
  const root = refused.length > 0 ? undefined : readRoot(source, place, report)
  return { ...source, root, diagnostics: firstOnes(diagnostics) }
}

/** Who sees twenty mistakes of one file mends these first; the last of them tells how many follow. */
function firstOnes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const shown = diagnostics.slice(0, mostPerFile)
  const last = shown.at(-1)
  const hidden = diagnostics.length - shown.length
  return hidden > 0 && last ? [...shown.slice(0, -1), withMore(last, hidden)] : shown
}

/** A byte order mark at the very start is allowed; it is replaced so that offsets stay. */
function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
}

const options = {
  schema: 'failsafe',
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

type Place = (start: number, end: number) => Span

function readRoot(source: SourceFile, place: Place, report: Report): YamlMap | undefined {
  const tokens = [...new Parser().parse(source.text)]
  const deep = tooDeep(tokens, deepest)
  if (deep) {
    report(unsupportedYaml(place(deep.offset, deep.offset + 1), 'deep-nesting'))
    return undefined
  }
  const [yaml, another] = new Composer(options).compose(tokens, true, source.text.length)
  if (another) {
    const [start] = another.range
    report(
      unsupportedYaml(place(start, Math.min(start + 3, source.text.length)), 'several-documents'),
    )
    return undefined
  }
  // Of a file that is no YAML the tree is a guess, and what it says would be noise beside the true mistake.
  if (yaml?.errors.length) {
    for (const { start, end, code, detail } of syntaxErrors(source.text, yaml.errors)) {
      report(yamlSyntax(place(start, end), code, detail))
    }
    return undefined
  }
  if (!yaml?.contents || isBlank(yaml.contents)) {
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

function treeOf(node: Node | null | undefined, place: Place, report: Report): YamlNode {
  const [start, end] = node?.range ?? [0, 0]
  const span = place(start, end)
  const child = (item: unknown) => treeOf(item as Node, place, report)
  if (isSeq(node)) return { kind: 'list', items: node.items.map(child), span }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) =>
      entryOf(key as Node, value, place, report, child),
    )
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
  report: Report,
  child: (item: unknown) => YamlNode,
): YamlEntry {
  const [start, end] = key.range ?? [0, 0]
  if (!isScalar(key)) throw new Error('Keys that are no text are refused by the parser.')
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
  }
}
