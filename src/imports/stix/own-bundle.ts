import { given } from '../given.ts'
import type {
  Imported,
  ImportedDecision,
  ImportedRelation,
  ImportedSource,
  ImportedThing,
  ImportedTie,
  ImportedType,
} from '../imported.ts'
import { type JsonObject, listIn, textIn, textsIn, truthIn } from '../json/json-values.ts'
import type { OwnNames, OwnWriting } from '../json/own-claim.ts'
import { ownRelation, ownType } from '../json/own-ontology.ts'
import { ownDecision, ownSource, ownThing, ownTie } from '../json/own-parts.ts'
import { addedByOthers } from './added-by-others.ts'
import type { OwnObject, SortedObjects } from './own-objects.ts'
import type { StixReading } from './stix-reading.ts'
import { addedAttributes } from './stix-thing.ts'
import { relationshipOf } from './stix-ties.ts'

/** What our own objects tell, all of it, and what others have added to them. */
export function readOwnBundle(
  { own }: Pick<SortedObjects, 'own'>,
  reading: StixReading,
): Omit<Imported, 'origin'> {
  const [bases, entities, ties] = [own('base'), own('entity'), own('tie')]
  const ids = ownIds(entities)
  const parts = {
    things: entities.map((one) => thingOf(one, ids, reading)),
    ties: ties.flatMap((one) => tieOf(one, ids, reading) ?? []),
    identity: own('decision').flatMap((one) => decisionOf(one, ids) ?? []),
  }
  return {
    ...given('name', textIn(bases[0]?.object, 'name')),
    ...parts,
    types: new Map([...typesInUse(entities), ...declared(bases, 'types', ownType)]),
    relations: new Map([
      ...relationsInUse(ties),
      ...declared(bases, 'relations', (relation) => ownRelation(relation, names)),
    ]),
    sources: new Map([
      ...ids.cited,
      ...bases.flatMap(({ object, told }) =>
        listIn(told, 'sources').flatMap((source) => sourceOf(String(object.id), source)),
      ),
      ...own('source').flatMap(({ object, told }) =>
        sourceOf(makerOf(object), { ...told, title: object.name }),
      ),
    ]),
  }
}

const names: OwnNames = {
  saidBy: 'said_by',
  at: 'locator',
  inverseLabel: 'inverse_label',
  saysInverse: 'says_inverse',
}

/** What the ids in the extension mean: several bases may have given the same one. */
interface OwnIds {
  readonly writingOf: (object: JsonObject) => OwnWriting
  /** The sources that claims cite, as far as the claims tell. */
  readonly cited: ReadonlyMap<string, ImportedSource>
}

function ownIds(entities: readonly OwnObject[]): OwnIds {
  const keys = new Map<string, string>()
  for (const { object, told } of entities) {
    const id = keyIn(makerOf(object), String(told.id))
    if (!keys.has(id)) keys.set(id, String(object.id))
  }
  const cited = new Map<string, ImportedSource>()
  return {
    cited,
    writingOf: (object) => ({
      names,
      thingKey: (id) => {
        const key = keyIn(makerOf(object), id)
        return keys.get(key) ?? key
      },
      sourceKey: (id) => {
        const key = keyIn(makerOf(object), id)
        cited.set(key, { id, title: id, note: 'Only the id of this source came with the bundle.' })
        return key
      },
    }),
  }
}

function makerOf(object: JsonObject): string {
  return textIn(object, 'created_by_ref') ?? ''
}

function keyIn(base: string, id: string): string {
  return `${base}\n${id}`
}

function thingOf(own: OwnObject, ids: OwnIds, reading: StixReading): ImportedThing {
  const { object, told } = own
  const said = {
    ...told,
    type: told.entity_type,
    label: object.name,
    summary: object.description,
    aliases: [...textsIn(told, 'aliases'), ...textsIn(object, 'aliases')],
  }
  const claims = listIn(told, 'claims').map(
    (claim) => [textIn(claim, 'attribute') ?? '', claim] as const,
  )
  const named = { key: String(object.id), id: String(told.id), told: said }
  const thing = ownThing(named, claims, ids.writingOf(object))
  const added = addedAttributes(addedByOthers(own), reading)
  return { ...thing, attributes: [...thing.attributes, ...added] }
}

function tieOf(
  { object, told }: OwnObject,
  ids: OwnIds,
  reading: StixReading,
): ImportedTie | undefined {
  const tied = relationshipOf(object, textIn(told, 'relation'), reading)
  if (tied === undefined) return undefined
  const { relation, source, target } = tied
  const turned = { relation, source: target, target: source }
  const isTurned = truthIn(told, 'turned') === true
  const tie = ownTie(isTurned ? turned : tied, told, ids.writingOf(object))
  const documents = reading.references.citationsOf(object)
  return { ...tie, citations: [...tie.citations, ...documents] }
}

function decisionOf({ object, told }: OwnObject, ids: OwnIds): ImportedDecision | undefined {
  const decision = { ...told, reason: object.content }
  return ownDecision(textsIn(object, 'object_refs'), decision, ids.writingOf(object))
}

function sourceOf(base: string, source: unknown): (readonly [string, ImportedSource])[] {
  const id = textIn(source, 'id')
  return id === undefined ? [] : [[keyIn(base, id), ownSource(id, source)]]
}

/** Of several bases the first has the word. */
function declared<T>(
  bases: readonly OwnObject[],
  key: string,
  read: (declaration: unknown) => T,
): (readonly [string, T])[] {
  return bases.toReversed().flatMap(({ told }) =>
    listIn(told, key).flatMap((declaration) => {
      const id = textIn(declaration, 'id')
      return id === undefined ? [] : [[id, read(declaration)] as const]
    }),
  )
}

/** As far as the entities tell; the base, which says the rest, may have got lost. */
function typesInUse(entities: readonly OwnObject[]): ReadonlyMap<string, ImportedType> {
  const types = new Map<string, ImportedType>()
  for (const { object, told } of entities) {
    const chain = textsIn(told, 'entity_types')
    for (const [at, type] of chain.entries()) {
      const word = at === 0 ? (textIn(object, 'identity_class') ?? String(object.type)) : undefined
      types.set(type, {
        ...given('parent', chain[at + 1]),
        ...given('stix', word),
        ...types.get(type),
      })
    }
  }
  return types
}

function relationsInUse(ties: readonly OwnObject[]): ReadonlyMap<string, ImportedRelation> {
  return new Map(
    ties.map(({ object, told }) => {
      const relation = String(told.relation)
      const word = `${told.turned === true ? '^' : ''}${object.relationship_type}`
      return [
        relation,
        {
          ...given('kind', textIn(told, 'kind')),
          ...given('symmetric', truthIn(told, 'symmetric')),
          ...given('stix', word === relation ? undefined : word),
        },
      ]
    }),
  )
}
