import type { YamlNode } from '../documents/yaml-node.ts'
import type { TextEdit } from '../text/text-edit.ts'
import type { Draft } from './draft.ts'
import { type Refusal, refuse } from './refactoring.ts'
import { removeButComments } from './remove-part.ts'
import { replaceId } from './replace-id.ts'
import { type Reference, references } from './written-ids.ts'

/** Lets every mention of an entity be one of another; in a list that has the other already, it goes. Tells how many. */
export function redirect(draft: Draft, from: string, into: string): number | Refusal {
  const escaped: Reference[] = []
  let count = 0
  for (const document of draft.documents()) {
    const all = references(document).filter(({ kind }) => kind === 'entity')
    const own = all.filter(({ id }) => id === from)
    const isListed = (list: YamlNode | undefined) =>
      list !== undefined && all.some((other) => other.list === list && other.id === into)
    const shortened = new Set<YamlNode>()
    const edits = own.flatMap((reference): TextEdit[] => {
      const { list, scalar } = reference
      if (list && isListed(list) && !shortened.has(list)) {
        shortened.add(list)
        return [removeButComments(document.text, list, list.items.indexOf(scalar))]
      }
      const edit = replaceId(document.text, scalar.span, from, into)
      if (edit === undefined) escaped.push(reference)
      return edit ? [edit] : []
    })
    count += own.length
    if (edits.length > 0) draft.edit(document.path, edits)
  }
  if (escaped.length === 0) return count
  const places = escaped.map(({ scalar }) => scalar.span)
  return refuse(`"${from}" is written with escapes. Write it in plain letters first:`, places)
}
