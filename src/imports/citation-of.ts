import type { ImportedCitation } from './imported.ts'

/** `lwj-nusrat#p4` as the exports write it. */
export function citationOf(text: string): ImportedCitation {
  const hash = text.indexOf('#')
  if (hash < 0) return { source: text }
  return { source: text.slice(0, hash), at: text.slice(hash + 1) }
}
