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
import type { LocatorPlace, ReferencePlace } from './reference-place.ts'

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

/** Where in a source something can stand: its sections, then its paragraphs and pages by number. */
export function locatorsAt(
  { source, typed, start }: LocatorPlace,
  document: TextDocument,
  { sources }: Base,
): CompletionList {
  const { sections = [], paragraphs = 0, pages = 0 } = sources.get(source)?.places ?? {}
  const all = [...sections, ...numbered('p', paragraphs), ...numbered('page', pages)]
  const range = {
    start: document.positionAt(start),
    end: document.positionAt(start + typed.length),
  }
  const found = all.filter((locator) => locator.startsWith(typed)).slice(0, most)
  return {
    isIncomplete: true,
    items: found.map((newText, rank) => ({
      label: newText,
      kind: CompletionItemKind.Text,
      sortText: String(rank).padStart(4, '0'),
      textEdit: { range, newText },
    })),
  }
}

function numbered(unit: string, count: number): string[] {
  return Array.from({ length: Math.min(count, mostNumbered) }, (_, at) => `${unit}${at + 1}`)
}

/** No book has more pages; a number beside it is a slip. */
const mostNumbered = 10_000
