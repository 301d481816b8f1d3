import type { Document } from '../documents/document.ts'
import { type Refusal, refuse } from './refactoring.ts'

/** What stands in a file that is no YAML cannot be told from other text. */
export function writtenInBrokenFile(
  documents: readonly Document[],
  id: string,
): Refusal | undefined {
  const places = documents.flatMap(({ path, text, root }) => {
    const at = root === undefined ? mention(text, id) : -1
    return at < 0 ? [] : [{ file: path, start: at, end: at + id.length }]
  })
  if (places.length === 0) return undefined
  return refuse(
    `"${id}" is written in a file that cannot be read, so it cannot be changed there. Mend the file first; "dossier check" shows how:`,
    places,
  )
}

function mention(text: string, id: string): number {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + id.length)}`
    if (!/[a-z0-9-]/i.test(around)) return at
  }
  return -1
}
