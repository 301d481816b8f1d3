import type { YAMLParseError } from 'yaml'
import { lineIndex, positionAt } from '../text/line-index.ts'
import { mostPerFile } from './limits.ts'
import { retellError } from './retell-error.ts'
import { type SyntaxSlip, slipAt } from './syntax-slip.ts'
import { lineAround } from './text-lines.ts'
import { openBracket, openQuote } from './unclosed.ts'

/**
 * What the parser refuses, one mistake a line, each where a person would look for it. What follows a mistake that
 * changes how all the rest is read is not told: it is gone once that one is mended.
 */
export function syntaxErrors(text: string, errors: readonly YAMLParseError[]): SyntaxSlip[] {
  const conflict = gitConflict(text)
  if (conflict) return [conflict]
  const first = firstInLines(text, errors)
  // A tab in front of a line also puts an end to brackets that are open.
  const bracket = tab(text, first) ?? unclosedBracket(text, errors)
  const misleading = [bracket, unclosedQuote(text, errors)]
    .filter((mistake) => mistake !== undefined)
    .sort((a, b) => a.start - b.start)[0]
  const before = first.filter(({ pos: [start] }) => start < (misleading?.start ?? Infinity))
  const lost = before.findIndex(isLost)
  const told = before.slice(0, lost < 0 ? undefined : lost + 1)
  // To retell takes a look at the lines around; of a flood only the first ones are shown.
  const retellings = [
    ...told.slice(0, mostPerFile).map((error) => retellError(text, error)),
    ...told.slice(mostPerFile).map(({ pos, message }) => slipAt(...pos, 'other', message)),
    ...(misleading ? [misleading] : []),
  ]
  return withoutShifted([...new Map(retellings.map((slip) => [slip.start, slip])).values()])
}

const shifted: ReadonlySet<SyntaxSlip['name']> = new Set([
  'strange-dash',
  'outdented',
  'stray-item',
  'item-indent',
  'missing-dash',
  'key-in-text',
  'indent',
])
const shifting = new Set([...shifted, 'missing-colon', 'text-not-indented'])

/** Where a line stands in the wrong column, those below it seem to, too: of such slips the first one is told. */
function withoutShifted(slips: readonly SyntaxSlip[]): SyntaxSlip[] {
  const first = slips.findIndex(({ name }) => shifting.has(name))
  const isTold = ({ name }: SyntaxSlip) => !shifted.has(name) && name !== 'other'
  return slips.filter((slip, at) => first < 0 || at <= first || isTold(slip))
}

/** In order of place. */
function firstInLines(text: string, errors: readonly YAMLParseError[]): YAMLParseError[] {
  const index = lineIndex(text)
  const lines = new Map<number, YAMLParseError>()
  for (const error of errors) {
    const { line } = positionAt(index, error.pos[0])
    const other = lines.get(line)
    if (other === undefined || error.pos[0] < other.pos[0]) lines.set(line, error)
  }
  return [...lines.values()].sort((a, b) => a.pos[0] - b.pos[0])
}

/** The parser has left the document: all that follows is in its way. */
function isLost({ message }: YAMLParseError): boolean {
  return /^Unexpected .* token in YAML (?:stream|document)/.test(message)
}

function gitConflict(text: string): SyntaxSlip | undefined {
  const mark = /^(?:<{7}(?: [^\r\n]*)?|={7}|>{7}(?: [^\r\n]*)?)(?=\r?$)/m.exec(text)
  if (mark) return slipAt(mark.index, mark.index + mark[0].length, 'conflict')
  return indentedConflict(text)
}

/** As an editor has laid it out. A single mark may be a text; all three in their order are none. */
function indentedConflict(text: string): SyntaxSlip | undefined {
  const at = text.indexOf('<<<<<<<')
  if (at < 0) return undefined
  const line = lineAround(text, at)
  const below = text.slice(line.end)
  const middle = below.search(/^ *={7}\r?$/m)
  const isConflict = middle >= 0 && /^ *>{7}/m.test(below.slice(middle))
  return isConflict && at === line.contentStart ? slipAt(at, line.end, 'conflict') : undefined
}

function tab(text: string, errors: readonly YAMLParseError[]): SyntaxSlip | undefined {
  for (const { code, pos } of errors) {
    const line = lineAround(text, pos[0])
    const inFront = text.slice(line.start, line.contentStart).indexOf('\t')
    const isInFront = line.content !== '' && inFront >= 0
    if (!isInFront && code !== 'TAB_AS_INDENT') continue
    const start = isInFront ? line.start + inFront : text.indexOf('\t', pos[0])
    const lines = text.match(/^[ -]*\t/gm)?.length ?? 1
    return slipAt(start, start + 1, 'tab', String(lines))
  }
  return undefined
}

function unclosedQuote(text: string, errors: readonly YAMLParseError[]): SyntaxSlip | undefined {
  const isTold = errors.some(({ message }) => /closing ['"]/.test(message))
  return isTold || mayEndInQuote(text) ? openQuote(text) : undefined
}

/** The parser takes an escaped quote that the text ends in for the closing one. */
export function mayEndInQuote(text: string): boolean {
  return text.endsWith('\\"')
}

function unclosedBracket(text: string, errors: readonly YAMLParseError[]): SyntaxSlip | undefined {
  const isOpen = ({ message }: YAMLParseError) => /^Flow (?:map|sequence) .*must/.test(message)
  return errors.some(isOpen) ? openBracket(text) : undefined
}
