import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Base } from '../model/base.ts'
import { endFits } from '../model/end-fits.ts'
import type { Search } from '../queries/search-entities.ts'
import { isKebabName } from '../text/entity-id.ts'
import { inOneLine } from './in-one-line.ts'
import type { ReferencePlace } from './reference-place.ts'

/** What is offered at once; with another letter there are others. */
const most = 100
/** Among so many that are found those that fit are put first. */
const mostFound = 1000

/** The ids that may stand at a place, those of a type that fits first, then as the search ranks them. */
export function completionAt(
  { kind, types, typed, start }: ReferencePlace,
  document: TextDocument,
  base: Base,
  search: () => Search,
): CompletionList {
  const { entities, sources, ontology } = base
  const all = kind === 'entity' ? entities : sources
  const found =
    typed.trim() === '' ? [...all.keys()] : search()(typed, mostFound).map(({ id }) => id)
  const fits = (id: string) => {
    const entity = entities.get(id)
    return entity === undefined || endFits(entity.type.value, types, ontology)
  }
  const known = found.filter((id) => all.has(id) && isKebabName(id))
  const ranked = [...known.filter(fits), ...known.filter((id) => !fits(id))].slice(0, most)
  const range = {
    start: document.positionAt(start),
    end: document.positionAt(start + typed.length),
  }
  return {
    isIncomplete: true,
    items: ranked.map((id, rank): CompletionItem => {
      const entity = kind === 'entity' ? entities.get(id) : undefined
      const type =
        entity && (ontology.entityTypes.get(entity.type.value)?.label ?? entity.type.value)
      const name = inOneLine(entity?.name.value ?? sources.get(id)?.title ?? '')
      return {
        label: id,
        labelDetails: { description: name },
        detail: type === undefined ? name : `${name} (${inOneLine(type)})`,
        kind: entity ? CompletionItemKind.Reference : CompletionItemKind.File,
        sortText: String(rank).padStart(4, '0'),
        // The editor would leave out what is found by another name or spelling than its id.
        filterText: typed.trim() === '' ? id : typed,
        textEdit: { range, newText: id },
      }
    }),
  }
}
