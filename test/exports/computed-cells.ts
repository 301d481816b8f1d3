/**
 * The cells that a spreadsheet would compute when it splits a file at this separator, be it one that knows quotation
 * marks, or so naive that a line end begins a row and a strange separator a cell even within them.
 */
export function computedCells(file: string, separator: string): string[] {
  const lines = file.split(/[\n\r]/)
  const strange = separator === ',' ? lines : lines.flatMap((line) => line.split(separator))
  return [...quotedWhole(file, separator), ...strange].map(unquoted).filter(isComputed)
}

/** The cells as RFC 4180 has them. */
function quotedWhole(file: string, separator: string): string[] {
  const cell = new RegExp(`(?:^|[${separator}\\n])("(?:[^"]|"")*"|[^${separator}\\r\\n]*)`, 'g')
  return [...file.replace('\ufeff', '').matchAll(cell)].map(([, text = '']) => text)
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1).replace(/"$/, '').replaceAll('""', '"') : cell
}

/** A number is no formula. Spaces and what is not seen before a formula do not hinder it. */
function isComputed(cell: string): boolean {
  const text = cell.replace(/^[\s\p{Z}\p{C}]+/u, '')
  return /^[=+\-@＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)
}
