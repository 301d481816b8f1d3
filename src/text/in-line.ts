/** A text of the data in one line. It may be long and of many lines, of which each could pass for a line of ours. */
export function inLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
  return `${cut.trimEnd()}…`
}

const longest = 160
