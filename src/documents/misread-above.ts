import { codePointOf, strangeSpace } from '../text/hidden-characters.ts'
import { type SyntaxSlip, slipAt } from './syntax-slip.ts'
import { columnOf, linesAbove, type TextLine } from './text-lines.ts'

const strangeBeginning = new RegExp(`^${strangeSpace.source}+`)
const strangeDash = /^[–—−•·‣●▪](?=\s)/

/** The parser stops at a line that is right; what is wrong is the line above that should hold it. */
export function misreadAbove(text: string, line: TextLine): SyntaxSlip | undefined {
  const column = columnOf(line)
  const above = linesAbove(text, line.start)
  for (const holder of above) {
    if (columnOf(holder) >= column) continue
    const dash = strangeDash.exec(holder.content)?.[0]
    if (dash) return slipAt(holder.contentStart, holder.contentStart + 1, 'strange-dash', dash)
    const space = strangeBeginning.exec(holder.content)?.[0]
    if (space) {
      const { contentStart: start } = holder
      return slipAt(start, start + space.length, 'strange-space', codePointOf(space))
    }
    const before = above.next().value
    return before && isOutdented(holder, before, column) ? outdented(holder, column) : undefined
  }
  return undefined
}

/** A line between others that are indented as deep as each other, or the first below a key that waits for its value. */
function isOutdented(line: TextLine, before: TextLine, column: number): boolean {
  if (contentColumn(before) === column || columnOf(before) === column) return true
  const isWaiting = /^[^\s#]+:(?: +#.*)?$/.test(before.content)
  const isItem = line.content.startsWith('- ')
  return isWaiting && !isItem && columnOf(before) === columnOf(line)
}

function outdented(line: TextLine, column: number): SyntaxSlip {
  const columns = `${columnOf(line)} and not in column ${column}`
  return slipAt(line.contentStart, line.end, 'outdented', columns)
}

function contentColumn(line: TextLine): number {
  return columnOf(line) + (/^(?:- +)+/.exec(line.content)?.[0].length ?? 0)
}
