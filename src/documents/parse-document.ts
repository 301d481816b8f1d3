import type { CST, Node } from 'yaml'
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import { emptyFile } from '../diagnostics/problems/files.ts'
import { slip } from '../diagnostics/problems/syntax.ts'
import {
  garbledText,
  hiddenCharacter,
  listAsText,
  loneReturn,
  notNfc,
  pastedMarkup,
  swallowedText,
  unsupportedYaml,
  withMore,
  wrongRoot,
} from '../diagnostics/problems/yaml.ts'
import { heapedMarks, hiddenCharacters } from '../text/hidden-characters.ts'
import type { Span } from '../text/span.ts'
import { composeTree, type Place } from './compose-tree.ts'
import type { Document, SourceFile } from './document.ts'
import { garbledTexts } from './garbled-texts.ts'
import { deepest, mostPerFile } from './limits.ts'
import { listsAsText } from './list-as-text.ts'
import { pastedMarkup as findPastedMarkup } from './pasted-markup.ts'
import { readStrict } from './read-strict.ts'
import { readTokens } from './read-tokens.ts'
import { refusedYaml } from './refused-yaml.ts'
import { slipOfLine } from './slip-of-line.ts'
import { splitLetters } from './split-letters.ts'
import { swallowedText as findSwallowedText } from './swallowed-text.ts'
import { mayEndInQuote, syntaxErrors } from './syntax-errors.ts'
import { tooDeep } from './too-deep.ts'
import type { YamlMap } from './yaml-node.ts'
import { yaml } from './yaml-package.ts'

/** Reads the strict subset of YAML 1.2. Never throws: a broken file yields fewer facts and more diagnostics. */
export function parseDocument(source: SourceFile): Document {
  const strict = readStrict(source)
  const document = strict
    ? { ...source, root: strict.root, diagnostics: noDoubts }
    : judgeDocument(source)
  if (document.root === undefined || strict?.isBare) return document
  // Only a text of several lines can be a list, and of those the strict reader takes none without quotes.
  const lists = strict ? noDoubts : textsForLists(source, document.root)
  const doubts = [...doubtsOf(source, document.root), ...lists]
  if (doubts.length === 0) return document
  return { ...document, diagnostics: [...document.diagnostics, ...firstOnes(doubts)] }
}

const noDoubts: readonly Diagnostic[] = []

/** What is read, but perhaps not as it was meant. */
function doubtsOf({ path: file, text }: SourceFile, root: YamlMap): readonly Diagnostic[] {
  const split = splitLetters(text, root)
  const [first] = split
  const pasted = findPastedMarkup(text, root)
  const [markup] = pasted
  return [
    ...findSwallowedText(text, root).map(({ start, end }) => swallowedText({ file, start, end })),
    ...(first ? [notNfc(first, split.length - 1)] : []),
    ...firstOfEach(garbledTexts(text, root)),
    ...(markup ? [pastedMarkup(markup.span, markup.found, pasted.length - 1)] : []),
  ]
}

/** Of each way in which texts are spoilt the first one is told. */
function firstOfEach(garbled: ReturnType<typeof garbledTexts>): readonly Diagnostic[] {
  const ways = new Set(garbled.map(({ sign }) => sign.why))
  return [...ways].flatMap((why) => {
    const [first, ...others] = garbled.filter(({ sign }) => sign.why === why)
    return first ? [garbledText(first.span, first.sign, others.length)] : []
  })
}

function textsForLists({ text }: SourceFile, root: YamlMap): readonly Diagnostic[] {
  return listsAsText(text, root).map(({ span, mark }) => listAsText(span, mark))
}

/** What the `yaml` package makes of a file: slower by far, and the judge of all that is unusual. */
export function judgeDocument(source: SourceFile): Document {
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  const place = (start: number, end: number): Span => ({ file: source.path, start, end })

  for (const { offset, length, codePoint } of hiddenCharacters(withoutMark(source.text))) {
    report(hiddenCharacter(place(offset, offset + length), codePoint))
  }
  const returns = [...source.text.matchAll(/\r(?!\n)/g)]
  const [first] = returns
  if (first) report(loneReturn(place(first.index, first.index + 1), returns.length - 1))
  const heap = heapedMarks(source.text)
  const heaps = heap ? [{ what: 'heaped-marks', ...heap } as const] : []
  const refused = [...heaps, ...refusedYaml(source.text)]
  for (const { what, start, end } of refused) report(unsupportedYaml(place(start, end), what))
  const root = refused.length > 0 ? undefined : readRoot(source, place, report)
  // To YAML such a return ends no line, so that its mistakes are gone with it.
  const told = first ? diagnostics.filter(({ code }) => code !== 'yaml-syntax') : diagnostics
  return { ...source, root, diagnostics: firstOnes(told) }
}

/** The last one that is shown tells how many follow. */
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

function readRoot(source: SourceFile, place: Place, report: Report): YamlMap | undefined {
  const tokens = readTokens(source.text)
  if ('what' in tokens) {
    report(unsupportedYaml(place(tokens.offset, tokens.offset + 1), tokens.what))
    return undefined
  }
  const deep = tooDeep(tokens, deepest)
  if (deep) {
    report(unsupportedYaml(place(deep.offset, deep.offset + 1), 'deep-nesting'))
    return undefined
  }
  const [composed, another] = compose(tokens, source.text.length)
  if (another) {
    const [start] = another.range
    report(
      unsupportedYaml(place(start, Math.min(start + 3, source.text.length)), 'several-documents'),
    )
    return undefined
  }
  // Of a file that is no YAML the tree is a guess, and what it says would be noise beside the true mistake.
  const errors = composed?.errors ?? []
  if (errors.length > 0 || mayEndInQuote(source.text)) {
    const mistakes = syntaxErrors(source.text, errors)
    // Of what is missing at the end the parser tells the place behind it.
    const within = (at: number) => Math.min(at, source.text.length)
    for (const { start, end, name, detail } of mistakes)
      report(slip(place(within(start), within(end)), name, detail))
    if (mistakes.length > 0) return undefined
  }
  if (!composed?.contents || isBlank(composed.contents)) {
    report(emptyFile(place(0, 0)))
    return undefined
  }
  return mapAtRoot(source, composed.contents, place, report)
}

const options = {
  schema: 'failsafe',
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const

/** A file may hold half a million mistakes, each an `Error`; without their stacks that is a matter of one second. */
function compose(tokens: readonly CST.Token[], length: number) {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    const [first, another] = new (yaml().Composer)(options).compose(tokens, true, length)
    return [first, another] as const
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function isBlank(node: Node): boolean {
  return yaml().isScalar(node) && node.type === 'PLAIN' && node.value === ''
}

function mapAtRoot(
  source: SourceFile,
  contents: Node,
  place: Place,
  report: Report,
): YamlMap | undefined {
  const root = composeTree(contents, place, report)
  if (root.kind === 'map') return root
  const mistake = root.kind === 'scalar' ? slipOfLine(source.text, root.span.start) : undefined
  if (mistake) report(slip(place(mistake.start, mistake.end), mistake.name, mistake.detail))
  else report(wrongRoot(root.span, root.kind))
  return undefined
}
