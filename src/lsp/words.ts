import type { Document } from '../documents/document.ts'
import type { YamlEntry, YamlNode } from '../documents/yaml-node.ts'
import { replaceId } from '../edits/replace-id.ts'
import { declaredIds, itemsOf, references, valuesOf } from '../edits/written-ids.ts'
import type { Ontology } from '../model/ontology.ts'
import { ontologyPath, ownPaths } from '../model/own-files.ts'
import type { Span } from '../text/span.ts'

/** A word in a file that stands for something else, or declares it; or a date. */
export interface Word {
  readonly kind: 'entity' | 'source' | 'type' | 'relation' | 'attribute' | 'date'
  /** Of a relation the name of its own, also where its inverse is written; of an attribute with its type: `person.status`; a date as it is written. */
  readonly id: string
  readonly span: Span
  readonly declares: boolean
}

/** All words of a file. */
export function wordsIn(document: Document, ontology: Ontology): Word[] {
  const { path, root, text } = document
  if (root === undefined) return []
  if (path === ontologyPath) return ofOntology(root, ontology)
  const mentioned = references(document).map(({ kind, id, scalar: { span } }): Word => {
    const written = replaceId(text, span, id, id)
    const place = written ? { file: span.file, start: written.start, end: written.end } : span
    return { kind, id, span: place, declares: false }
  })
  if (ownPaths.includes(path)) return mentioned
  const declared = declaredIds(document).flatMap(({ kind, id, from, span, body }) => {
    // A file whose name is the id shows it nowhere: the name stands for it.
    const [name] = valuesOf(body, kind === 'source' ? 'title' : 'name')
    const places = from === 'key' ? [span] : []
    if (name?.kind === 'scalar') places.push(name.span)
    const words = places.map((place): Word => ({ kind, id, span: place, declares: true }))
    return kind === 'entity' ? [...words, ...ofEntity(body, ontology)] : words
  })
  return [...mentioned, ...declared]
}

/** The word at an offset; its end belongs to it, for that is where a cursor stands that has just written it. */
export function wordAt(words: readonly Word[], offset: number): Word | undefined {
  const around = words.filter(({ span }) => span.start <= offset && offset <= span.end)
  return around.sort((a, b) => lengthOf(a) - lengthOf(b))[0]
}

function lengthOf({ span }: Word): number {
  return span.end - span.start
}

function ofEntity(body: YamlNode, ontology: Ontology): Word[] {
  const types = valuesOf(body, 'type').flatMap(typeWord)
  const type = types[0]?.id
  const relations = valuesOf(body, 'relations').flatMap(itemsOf).flatMap(entriesOf)
  const attributes = valuesOf(body, 'attributes').flatMap(entriesOf)
  return [
    ...types,
    ...relations.flatMap(({ key }) => relationWord(key.value, key.span, ontology)),
    ...datesIn(body),
    ...attributes.flatMap(({ key, value }) => {
      const kind = ontology.entityTypes.get(type ?? '')?.attributes.get(key.value)?.kind
      return kind === 'date' ? dateWords(value) : []
    }),
    ...attributes.flatMap(({ key }): Word[] => {
      const owner = type === undefined ? undefined : ownerOf(type, key.value, ontology)
      return owner === undefined ? [] : [attributeWord(owner, key, false)]
    }),
  ]
}

/** What `when` says, of whatever it says it. */
function datesIn(node: YamlNode): Word[] {
  if (node.kind === 'list') return node.items.flatMap(datesIn)
  return entriesOf(node).flatMap(({ key, value }) =>
    key.value === 'when' ? dateWords(value) : datesIn(value),
  )
}

/** A date by itself, or as the value of claims. */
function dateWords(node: YamlNode): Word[] {
  if (node.kind === 'list') return node.items.flatMap(dateWords)
  if (node.kind === 'map') return valuesOf(node, 'value').flatMap(dateWords)
  return [{ kind: 'date', id: node.text.trim(), span: node.span, declares: false }]
}

/** The farthest type above that has the attribute has declared it. */
function ownerOf(type: string, name: string, { entityTypes }: Ontology): string | undefined {
  const { types = [] } = entityTypes.get(type) ?? {}
  return types.findLast((above) => entityTypes.get(above)?.attributes.has(name))
}

function ofOntology(root: YamlNode, ontology: Ontology): Word[] {
  const types = valuesOf(root, 'entities').flatMap(entriesOf)
  const relations = valuesOf(root, 'relations').flatMap(entriesOf)
  return [
    ...types.flatMap(({ key, value }): Word[] => [
      { kind: 'type', id: key.value, span: key.span, declares: true },
      ...valuesOf(value, 'is').flatMap(typeWord),
      ...valuesOf(value, 'attributes')
        .flatMap(entriesOf)
        .map((entry) => attributeWord(key.value, entry.key, true)),
    ]),
    ...relations.flatMap(({ key, value }): Word[] => [
      { kind: 'relation', id: key.value, span: key.span, declares: true },
      ...['from', 'to'].flatMap((end) => valuesOf(value, end).flatMap(itemsOf).flatMap(typeWord)),
      ...valuesOf(value, 'inverse').flatMap((inverse) =>
        inverse.kind === 'scalar' ? relationWord(inverse.text, inverse.span, ontology) : [],
      ),
    ]),
  ]
}

function entriesOf(node: YamlNode): readonly YamlEntry[] {
  return node.kind === 'map' ? node.entries : []
}

function typeWord(node: YamlNode): Word[] {
  if (node.kind !== 'scalar') return []
  return [{ kind: 'type', id: node.text.trim(), span: node.span, declares: false }]
}

function relationWord(name: string, span: Span, { relationTypes, inverses }: Ontology): Word[] {
  const id = relationTypes.has(name) ? name : inverses.get(name)
  return id === undefined ? [] : [{ kind: 'relation', id, span, declares: false }]
}

function attributeWord(type: string, key: YamlEntry['key'], declares: boolean): Word {
  return { kind: 'attribute', id: `${type}.${key.value}`, span: key.span, declares }
}
