import {
  type Contents,
  type Data,
  type Item,
  listed,
  type Ontology,
  relationsOf,
} from '../bases/contents.ts'

export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

type Properties = Record<string, readonly string[]>

/** FollowTheMoney has its own types; what is none of them here is a thing, or an unknown link. */
const schemas: Readonly<Record<string, string>> = {
  person: 'Person',
  group: 'Organization',
  place: 'Address',
  raid: 'Event',
  attack: 'Event',
}

const links: Readonly<Record<string, { schema: string; source: string; target: string }>> = {
  'member-of': { schema: 'Membership', source: 'member', target: 'organization' },
  'led-by': { schema: 'Directorship', source: 'organization', target: 'director' },
}
const otherLink = { schema: 'UnknownLink', source: 'subject', target: 'object' }

/** Its names for the keys of an entity; the others are handed on as they are. */
const keys: Readonly<Record<string, string>> = { aliases: 'alias', when: 'date', cite: 'proof' }

/** Entities, sources and relations as FollowTheMoney has them: each an entity of its own. */
export function* ftmEntities({ ontology, entities, sources }: Contents): Generator<FtmEntity> {
  for (const { id, data } of sources) {
    const { title, author, publisher, url, published } = data
    const properties = { fileName: id, title, author, publisher, sourceUrl: url, date: published }
    yield { id, schema: 'Document', properties: asLists(properties) }
  }
  for (const entity of entities) {
    yield asThing(entity)
    yield* asLinks(entity, ontology)
  }
}

function asThing({ id, data }: Item): FtmEntity {
  const { type, attributes, relations: _, ...rest } = data
  const renamed = Object.entries(rest).map(([key, value]) => [keys[key] ?? key, value])
  const properties = asLists(Object.fromEntries(renamed))
  const cites = [...(properties.proof ?? [])]
  const notes: string[] = []
  for (const [name, claim] of Object.entries((attributes ?? {}) as Record<string, Claim>)) {
    if (name === 'status') properties.status = listed(claim.value)
    else notes.push(`${name}: ${claim.value}`)
    cites.push(...listed(claim.cite))
  }
  if (notes.length > 0) properties.notes = notes
  if (cites.length > 0) properties.proof = sourcesOf(cites)
  if (properties.date) properties.date = spanOf(rest.when).startDate ?? []
  return { id, schema: schemas[String(type)] ?? 'Thing', properties }
}

type Claim = Readonly<Record<string, Data>>

function* asLinks(entity: Item, ontology: Ontology): Generator<FtmEntity> {
  for (const [index, relation] of relationsOf(entity, ontology).entries()) {
    const { schema, source, target } = links[relation.name] ?? otherLink
    const { as: role = relation.name, when, cite, confidence, note, ...others } = relation.claim
    const properties: Properties = {
      [source]: [entity.id],
      [target]: [relation.target],
      ...asLists({ role, status: confidence, description: note, ...others }),
      ...spanOf(when),
      ...(cite === undefined ? {} : { proof: sourcesOf(listed(cite)) }),
    }
    yield { id: `${entity.id}--${relation.name}--${index}`, schema, properties }
  }
}

function asLists(data: Readonly<Record<string, Data | undefined>>): Properties {
  const filled = Object.entries(data).filter(([, value]) => value !== undefined)
  return Object.fromEntries(filled.map(([key, value]) => [key, listed(value)]))
}

/** Its dates know no doubt, and a period is two of them. */
function spanOf(when: Data | undefined): Properties {
  const ends = listed(when).flatMap((date) => date.split('/'))
  const [start = '', end = ''] = ends.map((date) => date.replace(/[~?%]|\.\./g, ''))
  return { ...(start ? { startDate: [start] } : {}), ...(end ? { endDate: [end] } : {}) }
}

function sourcesOf(cites: readonly string[]): string[] {
  return [...new Set(cites.map((cite) => cite.replace(/#.*/, '')))]
}
