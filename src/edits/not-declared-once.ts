import type { Document } from '../documents/document.ts'
import { fileName } from '../model/read-entity.ts'
import { nearest } from '../text/nearest.ts'
import { type Refusal, refuse } from './refactoring.ts'
import { type DeclaredId, scalarsIn } from './written-ids.ts'

/** Why an id does not lead to one place, if it does not. */
export function notDeclaredOnce(
  documents: readonly Document[],
  declared: readonly DeclaredId[],
  id: string,
): Refusal | undefined {
  const own = declared.filter((one) => one.id === id)
  if (own.length === 1) return undefined
  if (own.length > 1) {
    const places = own.map(({ span }) => span)
    return refuse(`The id "${id}" is declared more than once. Mend that first:`, places)
  }
  const unread = documents.find(({ path, root }) => root === undefined && fileName(path) === id)
  if (unread) {
    const place = { file: unread.path, start: 0, end: 0 }
    return refuse('This file cannot be read. "dossier check" shows what to mend:', [place])
  }
  const named = declared.find(({ body }) => hasName(body, id))
  const meant = named?.id ?? nearest(id, new Set(declared.map((one) => one.id)))
  const hint = meant === undefined ? '"dossier find" looks for one.' : `Did you mean "${meant}"?`
  return refuse(`There is no entity or source with the id "${id}". ${hint}`)
}

function hasName(body: DeclaredId['body'], text: string): boolean {
  if (body.kind !== 'map') return false
  const names = body.entries.filter(({ key }) => ['name', 'aliases', 'title'].includes(key.value))
  return names.some(({ value }) => scalarsIn(value).some((name) => name.text.trim() === text))
}
