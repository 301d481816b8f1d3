import { codePointOf, strangeSpace } from '../text/hidden-characters.ts'
import { type SyntaxSlip, slipAt } from './syntax-slip.ts'
import { lineAround } from './text-lines.ts'

const key = String.raw`[^\s:："'[\]{}#,&*!|>%@]+`
const space = strangeSpace.source
const misplacedSpace = new RegExp(`^${space}|(?<=:)${space}`)
const missingSpace = new RegExp(`^(${key}):(?=[^\\s/])(.*)$`)
const strangeColon = new RegExp(`^${key} ?[：﹕꞉ː]`)

/** What makes a line no `key: value` although it was meant as one, where the line itself shows it. */
export function slipOfLine(text: string, at: number): SyntaxSlip | undefined {
  const { contentStart, content } = lineAround(text, at)
  const dashes = /^(?:- +)*/.exec(content)?.[0].length ?? 0
  const pair = content.slice(dashes)
  const start = contentStart + dashes
  const found = misplacedSpace.exec(pair)
  if (found) return mark(start + found.index, 'strange-space', codePointOf(found[0]))
  const [, name = '', value] = missingSpace.exec(pair) ?? []
  if (value !== undefined) return mark(start + name.length, 'missing-space', `${name}: ${value}`)
  const strange = strangeColon.exec(pair)?.[0]
  return strange === undefined ? undefined : mark(start + strange.length - 1, 'strange-colon')
}

function mark(at: number, ...what: [SyntaxSlip['name'], string?]): SyntaxSlip {
  return slipAt(at, at + 1, ...what)
}
