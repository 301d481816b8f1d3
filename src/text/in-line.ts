import { beginOf } from './begin-of.ts'

/** A text of the data in one line. It may be long and of many lines, of which each could pass for a line of ours. */
export function inLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  return `${beginOf(line, longest).trimEnd()}…`
}

const longest = 160
