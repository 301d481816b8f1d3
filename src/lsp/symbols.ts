import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node'
import type { Document } from '../documents/document.ts'
import type { YamlNode } from '../documents/yaml-node.ts'
import { type DeclaredId, declaredIds, itemsOf, valuesOf } from '../edits/written-ids.ts'
import type { Base } from '../model/base.ts'
import { ontologyPath } from '../model/own-files.ts'
import { claimKeys } from '../model/read-claim.ts'
import type { Search } from '../queries/search-entities.ts'
import type { Span } from '../text/span.ts'
import { inOneLine } from './in-one-line.ts'
import type { Places } from './places.ts'

/** The outline of a file: its entities with what they say, its source, or the types and relations of the ontology. */
export function symbolsIn(document: Document, places: Places): DocumentSymbol[] {
  const { path, root } = document
  if (root === undefined) return []
  if (path === ontologyPath) {
    return [
      ...entriesOf(root, 'entities', SymbolKind.Class, places),
      ...entriesOf(root, 'relations', SymbolKind.Interface, places),
    ]
  }
  return declaredIds(document).map((declared) => ofDeclared(declared, places))
}

/** The outline for an editor that shows no tree. */
export function asList(
  symbols: readonly DocumentSymbol[],
  uri: string,
  within: { readonly containerName?: string } = {},
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...within },
    ...asList(children, uri, { containerName: name }),
  ])
}

function ofDeclared({ id, kind, from, span, body }: DeclaredId, places: Places): DocumentSymbol {
  const isSource = kind === 'source'
  const [named] = valuesOf(body, isSource ? 'title' : 'name')
  const whole = { ...body.span, start: Math.min(span.start, body.span.start) }
  const told = { name: textOf(named) || id, detail: id, places }
  const own = from === 'key' || named === undefined ? span : named.span
  if (isSource) return symbol({ ...told, kind: SymbolKind.File, whole, own })
  return symbol({
    ...told,
    kind: SymbolKind.Object,
    whole,
    own,
    children: [
      ...entriesOf(body, 'attributes', SymbolKind.Property, places),
      ...valuesOf(body, 'relations')
        .flatMap(itemsOf)
        .flatMap((relation) => ofRelation(relation, places)),
    ],
  })
}

function ofRelation(relation: YamlNode, places: Places): DocumentSymbol[] {
  if (relation.kind !== 'map') return []
  const besides: readonly string[] = ['as', ...claimKeys]
  return relation.entries
    .filter(({ key }) => !besides.includes(key.value))
    .map(({ key, value }) =>
      symbol({
        name: key.value,
        detail: itemsOf(value).map(textOf).join(', '),
        kind: SymbolKind.Field,
        whole: { ...key.span, end: Math.max(key.span.end, relation.span.end) },
        own: key.span,
        places,
      }),
    )
}

function entriesOf(map: YamlNode, key: string, kind: SymbolKind, places: Places): DocumentSymbol[] {
  return valuesOf(map, key)
    .flatMap((node) => (node.kind === 'map' ? node.entries : []))
    .map(({ key: { value: name, span }, value }) => {
      const whole = { ...span, end: Math.max(span.end, value.span.end) }
      const told = value.kind === 'map' ? valuesOf(value, 'value')[0] : value
      return symbol({ name, detail: textOf(told), kind, whole, own: span, places })
    })
}

interface Told {
  readonly name: string
  readonly detail: string
  readonly kind: SymbolKind
  readonly whole: Span
  readonly own: Span
  readonly places: Places
  readonly children?: DocumentSymbol[]
}

function symbol({ name, detail, kind, whole, own, places, children }: Told): DocumentSymbol {
  return {
    // Editors refuse a name in which there is nothing to see.
    name: inOneLine(name) || '?',
    detail: inOneLine(detail),
    kind,
    range: places.range(whole),
    selectionRange: places.range(own),
    ...(children && { children }),
  }
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text : ''
}

const mostSymbols = 200

/** What is found in the base by a text: entities and sources. Without a text the first ones. */
export function symbolsFor(
  text: string,
  { entities, sources, ontology }: Base,
  search: () => Search,
  places: Places,
): WorkspaceSymbol[] {
  const ids =
    text.trim() === '' ? [...entities.keys()] : search()(text, mostSymbols).map(({ id }) => id)
  return ids.slice(0, mostSymbols).flatMap((id): WorkspaceSymbol[] => {
    const entity = entities.get(id)
    if (entity) {
      const type = ontology.entityTypes.get(entity.type.value)?.label ?? entity.type.value
      return [
        {
          name: inOneLine(entity.name.value) || id,
          kind: SymbolKind.Object,
          containerName: inOneLine(`${type}, ${id}`),
          location: places.location(entity.id.span),
        },
      ]
    }
    const source = sources.get(id)
    if (source === undefined) return []
    const location = places.location(source.id.span)
    return [
      { name: inOneLine(source.title) || id, kind: SymbolKind.File, containerName: id, location },
    ]
  })
}
