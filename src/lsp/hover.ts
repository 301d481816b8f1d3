import { closed } from '../graph/evidence-in-words.ts'
import { dated, whenInWords } from '../graph/sentence.ts'
import type { Base } from '../model/base.ts'
import type { Entity } from '../model/entity.ts'
import type { EntityType, Ontology } from '../model/ontology.ts'
import type { Source } from '../model/source.ts'
import { relationInWords } from '../schema/relations.ts'
import { writtenRelations } from '../schema/written-relations.ts'
import { counted } from '../text/counted.ts'
import { listed } from '../text/listed.ts'
import type { Manner } from './manner.ts'
import type { Word } from './words.ts'

/** What a word stands for. Nothing where it stands for nothing. */
export function hoverOn(
  base: Base,
  { kind, id }: Word,
  written: string,
  as: Manner,
): string | undefined {
  const lines = linesOn(base, kind, id, written, as)
  return lines?.filter((line) => line !== '').join('\n\n')
}

function linesOn(
  base: Base,
  kind: Word['kind'],
  id: string,
  written: string,
  as: Manner,
): readonly string[] | undefined {
  const { ontology } = base
  switch (kind) {
    case 'entity': {
      const entity = base.entities.get(id)
      return entity && onEntity(base, entity, as)
    }
    case 'source': {
      const source = base.sources.get(id)
      return source && onSource(source, as)
    }
    case 'type': {
      const type = ontology.entityTypes.get(id)
      return type && onType(type, ontology, as)
    }
    case 'relation':
      return onRelation(ontology, id, written, as)
    case 'attribute':
      return onAttribute(ontology, id, as)
    case 'date':
      return onDate(id, as)
    default:
      return kind satisfies never
  }
}

/** So many values of attributes are shown; the file has them all. */
const mostValues = 8

function onEntity(base: Base, entity: Entity, as: Manner): string[] {
  const { name, aliases, summary, unnamed, count, when, attributes } = entity
  const marks = [
    base.ontology.entityTypes.get(entity.type.value)?.label ?? entity.type.value,
    ...(count === undefined ? [] : [`${count} of them`]),
    ...(unnamed ? ['name withheld by the sources'] : []),
  ]
  const values = [...attributes.values()].flatMap((attribute) =>
    attribute.claims.map((claim) => {
      const told = `${attribute.name.value.replaceAll('-', ' ')}: ${claim.value}`
      return `- ${as.line(dated(told, claim.when?.text))}`
    }),
  )
  return [
    `${as.bold(as.text(name.value) || as.code(entity.id.value))} (${as.text(marks.join(', '))})`,
    aliases.length === 0 ? '' : `Also called ${aliases.map((a) => as.text(a.value)).join(', ')}.`,
    summary === undefined ? '' : as.line(closed(summary)),
    when === undefined ? '' : `Date: ${as.text(whenInWords(when.when.text))}.`,
    values.slice(0, mostValues).join('\n'),
    `${counted(tiesOf(base, entity), 'tie')}, ${as.code(entity.id.value)}`,
  ]
}

/** How many relations begin or end at an entity. Those that end there are looked for where they can be written. */
function tiesOf({ entities, relationsFrom }: Base, entity: Entity): number {
  const own = entity.id.value
  const others = new Set<string>()
  entity.eachTie(({ target }) => void others.add(target))
  for (const other of entities.values()) {
    other.eachTie(({ target }) => void (target === own && others.add(other.id.value)))
  }
  others.add(own)
  const ending = [...others].map((other) => {
    const relations = relationsFrom.get(other)?.all() ?? []
    return relations.filter(({ source, target }) =>
      [source, target].some((end) => end.id.value === own),
    ).length
  })
  return ending.reduce((sum, count) => sum + count, 0)
}

function onSource(
  { id, title, author, publisher, published, reliability, kind }: Source,
  as: Manner,
) {
  const by = [author, publisher].filter((part) => part !== undefined)
  return [
    as.bold(as.text(title)),
    by.length === 0 ? '' : as.line(closed(by.join(', '))),
    published === undefined ? '' : `Published ${as.text(closed(whenInWords(published)))}`,
    reliability === undefined ? 'No reliability is told.' : `Reliability ${reliability}.`,
    `${kind === undefined ? 'source' : as.line(kind)}, ${as.code(id.value)}`,
  ]
}

function onType(
  { id, label, types, abstract, dated: isDated, attributes }: EntityType,
  { entityTypes }: Ontology,
  as: Manner,
) {
  const above = types.slice(1).map((type) => entityTypes.get(type)?.label ?? type)
  return [
    `${as.bold(as.text(label))} (type ${as.code(id)})`,
    above.length === 0 ? '' : `It is a kind of ${as.text(above.join(', which is a kind of '))}.`,
    abstract ? 'No entity is of it itself, only of a type below it.' : '',
    isDated ? 'Its entities happen at a time.' : '',
    attributes.size === 0 ? '' : `Attributes: ${as.text(listed([...attributes.keys()]))}.`,
  ]
}

function onRelation(
  ontology: Ontology,
  id: string,
  written: string,
  as: Manner,
): string[] | undefined {
  const names = writtenRelations(ontology).filter(({ type }) => type.id === id)
  const told = names.find(({ name }) => name === written) ?? names[0]
  if (told === undefined) return undefined
  return [
    `${as.bold(as.text(told.name === id ? told.type.label : told.type.inverseLabel))} (relation ${as.code(told.name)})`,
    as.line(relationInWords(told, ontology)),
  ]
}

function onAttribute({ entityTypes }: Ontology, id: string, as: Manner): string[] | undefined {
  const [type = '', name = ''] = id.split('.')
  const attribute = entityTypes.get(type)?.attributes.get(name)
  if (attribute === undefined) return undefined
  const one = attribute.kind === 'list' ? attribute.of : attribute
  const kind = one.kind === 'one-of' ? `one of ${listed([...one.values])}` : one.kind
  const many = attribute.kind === 'list' ? 'several values, each ' : ''
  return [`${as.bold(as.text(name))} (attribute of ${as.code(type)})`, as.line(`${many}${kind}`)]
}

/** What a date means; nothing where it is none. */
function onDate(written: string, as: Manner): string[] | undefined {
  const words = whenInWords(written)
  if (words === written) return undefined
  return [as.line(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`)]
}
