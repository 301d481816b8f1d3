import { verdicts } from '../../model/entity.ts'
import { groupBy } from '../../model/group-by.ts'
import { baseDescription, stixExtension, stixProgram } from '../../model/stix-words.ts'
import { isObject, type JsonObject, listIn, textIn, valueIn } from '../json/json-values.ts'
import { creatorsOf } from './stix-reading.ts'

/** An object that `dossier export stix` has written, and what its extension tells. */
export interface OwnObject {
  readonly object: JsonObject
  readonly told: JsonObject
  readonly role: OwnRole
}

/** What such an object stands for. Another reading of a claim stands in the claim, too. */
type OwnRole = 'base' | 'entity' | 'tie' | 'source' | 'decision' | 'rival'

export interface SortedObjects {
  readonly own: (role: OwnRole) => readonly OwnObject[]
  /** Who made ours: the base, or whoever has taken its place. */
  readonly makers: ReadonlySet<string>
  /** What somebody else has written, and ours from which a program has taken the extension. */
  readonly strangers: readonly JsonObject[]
}

export function sortObjects(objects: readonly JsonObject[]): SortedObjects {
  const signed = objects.flatMap((object) => signedObject(object) ?? [])
  const makers = creatorsOf(signed.map(({ object }) => object))
  const subjects = new Set(
    signed.flatMap(({ object, role }) => (role === 'entity' || role === 'tie' ? object.id : [])),
  )
  // What was read differently of something that has lost its extension is told nowhere else.
  const isWhole = ({ object, role }: OwnObject) =>
    role !== 'rival' || listIn(object, 'object_refs').every((ref) => subjects.has(ref))
  const own = [...signed.filter(isWhole), ...objects.flatMap((object) => lostBase(object, makers))]
  const ours = new Set(own.map(({ object }) => object))
  const byRole = groupBy(own, ({ role }) => role)
  return {
    own: (role) => byRole.get(role) ?? [],
    makers,
    strangers: objects.filter((object) => !ours.has(object) && !isFixture(object)),
  }
}

function signedObject(object: JsonObject): OwnObject | undefined {
  const told = valueIn(valueIn(object, 'extensions'), stixExtension)
  const role = isObject(told) ? roleOf(object, told) : undefined
  return isObject(told) && role ? { object, told, role } : undefined
}

function roleOf({ type }: JsonObject, told: JsonObject): OwnRole | undefined {
  const tells = (key: string) => textIn(told, key) !== undefined
  switch (type) {
    case 'relationship':
      return tells('relation') ? 'tie' : undefined
    case 'report':
      return tells('id') ? 'source' : undefined
    case 'note':
    case 'opinion':
      return remarkRole(told)
    default:
      if (tells('id') && tells('entity_type')) return 'entity'
      return tells('generator') ? 'base' : undefined
  }
}

function remarkRole(told: JsonObject): OwnRole | undefined {
  if (textIn(told, 'rival_of') !== undefined) return 'rival'
  return verdicts.some((one) => one === told.verdict) ? 'decision' : undefined
}

/** A base that has lost its extension, but whose entities have not lost theirs. */
function lostBase(object: JsonObject, makers: ReadonlySet<string>): OwnObject[] {
  const wroteIt = textIn(object, 'description')?.startsWith(`${baseDescription}dossier `) === true
  const isLost = wroteIt && makers.has(String(object.id)) && signedObject(object) === undefined
  return isLost ? [{ object, told: {}, role: 'base' }] : []
}

/** The definition of the extension and the program, which are the same in every bundle. */
function isFixture({ id }: JsonObject): boolean {
  return id === stixExtension || id === stixProgram
}
