import stringWidth from 'string-width'
import type { Scalar } from './format-layout.ts'

/** A text in lines of its own, below its key or dash. */
export interface TextBlock {
  /** `|` or `>` and what says how to read the lines. */
  readonly header: string
  readonly lines: readonly string[]
}

/** A text that was written in lines and stays so, unless it holds nothing to see. */
export function writtenBlock({ text, plain, raw }: Scalar, width: number): TextBlock | undefined {
  if (plain || !/^[|>]/.test(raw) || !/[^ \n]/.test(text)) return undefined
  if (raw.startsWith('|')) return literalBlock(text)
  const lines = foldedLines(raw, text).flatMap((line) => broken(line, width))
  return blockOf('>', lines, text)
}

/** A text with line ends, each of them shown as one. */
export function literalBlock(text: string): TextBlock | undefined {
  return /[^ \n]/.test(text) ? blockOf('|', text.replace(/\n+$/, '').split('\n'), text) : undefined
}

/** A text without line ends, folded to a width; nothing where there is no place to fold it. */
export function foldedBlock(text: string, width: number): TextBlock | undefined {
  if (text !== text.trim() || /[\n\t]/.test(text)) return undefined
  const lines = broken(text, width)
  return lines.length > 1 ? blockOf('>', lines, text) : undefined
}

/** Whether a line takes no more columns on a screen. A character takes two at most, and few take none. */
export function fits(line: string, width: number): boolean {
  if (line.length * 2 <= width) return true
  return line.length <= width * 10 && stringWidth(line) <= width
}

function blockOf(sign: '|' | '>', lines: readonly string[], text: string): TextBlock {
  const ends = /\n*$/.exec(text)?.[0].length ?? 0
  const first = lines.find((line) => line !== '') ?? ''
  // Where the text begins with a space, the indent has to be said.
  const indent = first.startsWith(' ') ? '2' : ''
  const ending = ['-', ''][ends] ?? '+'
  const blank = Array.from({ length: Math.max(0, ends - 1) }, () => '')
  return { header: `${sign}${indent}${ending}`, lines: [...lines, ...blank] }
}

/** The lines of a folded text without their indent. What they are to one another is all in them. */
function foldedLines(raw: string, text: string): string[] {
  const [, ...lines] = raw.split('\n')
  const isContent = (line: string) => /[^ ]/.test(line)
  const indent =
    spacesBefore(lines.find(isContent)) - spacesBefore(text.split('\n').find(isContent))
  const content = lines.map((line) => line.slice(indent))
  return content.slice(0, content.findLastIndex((line) => line !== '') + 1)
}

function spacesBefore(line = ''): number {
  return line.length - line.replace(/^ +/, '').length
}

/** A line that is too long, broken at single spaces, which folding gives back. One that is set in does not fold. */
function broken(line: string, width: number): string[] {
  if (/^\s/.test(line) || fits(line, width)) return [line]
  const lines: string[][] = []
  let free = -1
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    // To measure a word of a whole page takes minutes, and it takes a line of its own whatever its width.
    const needed = (word.length > width * 10 ? word.length : stringWidth(word)) + 1
    if (needed > free) {
      lines.push([])
      free = width + 1
    }
    lines.at(-1)?.push(word)
    free -= needed
  }
  return lines.map((words) => words.join(' '))
}
