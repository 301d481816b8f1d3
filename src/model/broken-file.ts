import type { SourceFile } from '../documents/document.ts'
import { isKebabName } from '../text/entity-id.ts'
import { fileName } from './read-entity.ts'

/** Ids that a file which cannot be read declares as far as its lines show: its name, or its keys below `entities`. */
export function promisedIn({ path, text }: SourceFile): readonly string[] {
  const own = fileName(path)
  const [, below = ''] = /^entities:[^\n]*\n([\s\S]*)/m.exec(text) ?? []
  const indent = /^ {1,64}(?=[^\s#])/m.exec(below)?.[0]
  if (indent === undefined) return [own]
  const keys = below.matchAll(new RegExp(`^${indent}([^\\s:]+):`, 'gm'))
  return [own, ...Array.from(keys, ([, key = '']) => key).filter(isKebabName)]
}

/** Whatever in a file that cannot be read may be the id of a source. */
export function wordsIn(text: string): readonly string[] {
  return [...new Set(text.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g))]
}
