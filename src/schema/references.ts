import type { Base } from '../model/base.ts'
import type { Entity } from '../model/entity.ts'
import { placesInWords, type Source } from '../model/source.ts'
import { compareText } from '../text/compare-text.ts'
import { type Definitions, type JsonSchema, type Suggestion, suggesting } from './json-schema.ts'
import { idPattern } from './scalars.ts'
import { exactly, literally } from './words.ts'
import { writtenRelations } from './written-relations.ts'

/** Ids of entities and sources, which an editor offers and explains. */
export function references({ entities, ontology, sources }: Base): Definitions {
  const cited = [...sources.values()]
  const ranges = new Map([
    [rangeName([]), [] as readonly string[]],
    ...writtenRelations(ontology).map(({ other }) => [rangeName(other), other] as const),
  ])
  const fits = ({ type }: Entity, range: readonly string[]) =>
    range.length === 0 ||
    ontology.entityTypes.get(type.value)?.types.some((name) => range.includes(name))
  const label = ({ type }: Entity) => ontology.entityTypes.get(type.value)?.label ?? type.value
  const ids = [...ranges].map(([name, range]) => {
    const own = [...entities.values()].filter((entity) => fits(entity, range))
    return [
      name,
      suggesting(
        entityId,
        own.map((entity) => entitySuggestion(entity, label(entity))),
      ),
    ]
  })
  return {
    ...Object.fromEntries(ids),
    source: suggesting(sourceId, cited.map(sourceSuggestion)),
    citation: suggesting(citation, cited.map(citationSuggestion)),
  }
}

/** The name of the definition for ids of entities whose type is, or is below, one of some types; of any, if none. */
export function rangeName(types: readonly string[]): string {
  return types.length === 0 ? 'entity-id' : `id-of-${[...types].sort(compareText).join('_or_')}`
}

const entityId: JsonSchema = {
  title: 'Id',
  type: ['string', 'number'],
  pattern: idPattern,
  errorMessage:
    'This should be the id of an entity: lower-case letters, digits and single hyphens, as in the name of its file.',
}

const sourceId: JsonSchema = {
  ...entityId,
  errorMessage: 'This should be the id of a source: the name of a file in sources/.',
}

/** The short form, `report#p4`. */
const citation: JsonSchema = {
  title: 'Citation',
  type: ['string', 'number'],
  pattern: '^\\s*[a-z0-9]+(-[a-z0-9]+)*(#[^#]+)?$',
  errorMessage:
    'This should be a citation: the id of a source, then # and the place in it, as in report#p4.',
}

function entitySuggestion({ id, name, summary }: Entity, label: string): Suggestion {
  const title = `${name.value} (${label})`
  const description = summary === undefined ? title : `${title}. ${summary}`
  return { word: id.value, title, description, test: exactly(id.value) }
}

function sourceSuggestion(source: Source): Suggestion {
  const { value } = source.id
  const title = inWords(source)
  return { word: value, title, description: title, test: exactly(value) }
}

function citationSuggestion(source: Source): Suggestion {
  const { value } = source.id
  const test: JsonSchema = { type: 'string', pattern: `^${literally(value)}(#|$)` }
  return { ...sourceSuggestion(source), body: `${value}${placeToFillIn(source)}`, test }
}

function placeToFillIn({ places }: Source): string {
  const { paragraphs, pages, seconds, sections } = places
  if (paragraphs !== undefined) return '#p$1'
  if (pages !== undefined) return '#page$1'
  return seconds === undefined && sections.length === 0 ? '' : '#$1'
}

function inWords({ title, publisher, places }: Source): string {
  const told = publisher === undefined ? title : `${title} (${publisher})`
  const where = placesInWords(places)
  return where === '' ? told : `${told}. Places: ${where}.`
}
