import { aliasCollision, possibleDuplicate } from '../../diagnostics/problems/names.ts'
import { foldCase, foldSound } from '../../text/fold.ts'
import { isAscii } from '../../text/is-ascii.ts'
import { eachSlipHash, hashOf, isOneSlipApart } from '../../text/one-slip.ts'
import type { Located } from '../../text/span.ts'
import type { Base } from '../base.ts'
import type { Entity, IdentityDecision } from '../entity.ts'
import { eachMeeting } from '../near-names.ts'
import type { Ontology } from '../ontology.ts'
import type { BaseRule } from '../rule.ts'

/**
 * Two named entities of related types do not share a name, nor do their names differ by spelling alone, unless
 * identity.yaml has decided on them. Entities whose names the sources withhold are never compared.
 */
export const everyNameIsItsOwn: BaseRule = (base, report) => {
  const isDecided = decisions(base)
  const told = new Set<string>()
  for (const { a, b, isSame } of meetings(base)) {
    const ids = [a.entity.id.value, b.entity.id.value] as const
    const pair = pairOf(...ids)
    if (told.has(pair) || isDecided(...ids) || !isRelated(a.entity, b.entity, base)) continue
    told.add(pair)
    const other = { id: a.entity.id.value, name: a.name.value, span: a.name.span }
    report((isSame ? aliasCollision : possibleDuplicate)(ids[1], b.name, other))
  }
}

interface Meeting {
  readonly a: Name
  readonly b: Name
  /** Equal, and not only in sound. */
  readonly isSame: boolean
}

/** Most edits change no name, and then the same ones meet as the last time. */
const lastMeetings = new WeakMap<Ontology, NamesThatMet>()

interface NamesThatMet {
  readonly names: readonly Name[]
  readonly places: readonly (readonly [a: number, b: number, isSame: boolean])[]
}

function* meetings({ entities, ontology }: Base): Generator<Meeting> {
  const names: Name[] = []
  for (const entity of entities.values()) {
    if (!entity.unnamed) for (const name of namesOf(entity)) names.push(name)
  }
  const last = lastMeetings.get(ontology)
  const places = last && areSame(names, last.names) ? last.places : placesThatMeet(names)
  lastMeetings.set(ontology, { names, places })
  for (const [first, second, isSame] of places) {
    const [a, b] = [names[first], names[second]]
    if (a && b) yield { a, b, isSame }
  }
}

function areSame(names: readonly Name[], others: readonly Name[]): boolean {
  return (
    names.length === others.length &&
    names.every((name, at) => {
      const other = others[at]
      if (name === other) return true
      const isSameName = name.name.value === other?.name.value
      return isSameName && name.entity.id.value === other.entity.id.value
    })
  )
}

function placesThatMeet(names: readonly Name[]): NamesThatMet['places'] {
  const places: (readonly [number, number, boolean])[] = []
  eachPair(names, tellPlain, (first, second, a, b) => {
    if (a.plain === b.plain) places.push([first, second, true])
  })
  eachPair(names, tellSound, (first, second, a, b) => {
    if (isOneSlipApart(a.sound, b.sound)) places.push([first, second, false])
  })
  return places
}

interface Name {
  readonly entity: Entity
  readonly name: Located<string>
  /** Without case, accents and all that is no letter or digit. */
  readonly plain: string
  /** In addition, spelled as it sounds. */
  readonly sound: string
  /** A voyage of the 17th is no misspelling of a voyage of the 18th. */
  readonly digits: string
}

/** An edit of one file leaves all other entities, and what is made of their names, as they are. */
const known = new WeakMap<Entity, readonly Name[]>()

function namesOf(entity: Entity): readonly Name[] {
  const names = known.get(entity) ?? [entity.name, ...entity.aliases].map((n) => nameOf(entity, n))
  known.set(entity, names)
  return names
}

function nameOf(entity: Entity, name: Located<string>): Name {
  const plain = lettersOf(foldCase(name.value))
  const sound = lettersOf(foldSound(name.value))
  return { entity, name, plain, sound, digits: digitsOf(name.value) }
}

type TellKeys = (name: Name, tell: (key: number) => void) => void

/** A name without letters and digits is like no other. */
const tellPlain: TellKeys = ({ plain }, tell) => {
  if (plain !== '') tell(hashOf(plain))
}

const tellSound: TellKeys = ({ sound }, tell) => {
  if (sound !== '') eachSlipHash(sound, tell)
}

function digitsOf(text: string): string {
  return text.replace(isAscii(text) ? /[^0-9]+/g : /\P{N}+/gu, ' ').trim()
}

function lettersOf(text: string): string {
  if (isAscii(text)) return text.replace(/[^A-Za-z0-9]/g, '')
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

function eachPair(
  names: readonly Name[],
  tellKeys: TellKeys,
  look: (first: number, second: number, a: Name, b: Name) => void,
): void {
  eachMeeting(
    names.length,
    (place, tell) => {
      const name = names[place]
      if (name) tellKeys(name, tell)
    },
    (first, second) => {
      const [a, b] = [names[first], names[second]]
      if (a && b && a.entity !== b.entity && a.digits === b.digits) look(first, second, a, b)
    },
  )
}

/** Whether two entities could be one: their types have an ancestor in common. */
function isRelated(a: Entity, b: Entity, { ontology: { entityTypes } }: Base): boolean {
  const rootOf = ({ type }: Entity) => entityTypes.get(type.value)?.types.at(-1)
  return rootOf(a) === rootOf(b)
}

/** Tells whether two entities stand in one decision, without a list of all the pairs of a long one. */
function decisions({ identity }: Base): (a: string, b: string) => boolean {
  const decisionsOn = new Map<string, Set<IdentityDecision>>()
  for (const decision of identity) {
    for (const { value } of decision.entities) {
      decisionsOn.set(value, (decisionsOn.get(value) ?? new Set()).add(decision))
    }
  }
  return (a, b) => {
    const ofB = decisionsOn.get(b)
    return ofB !== undefined && [...(decisionsOn.get(a) ?? [])].some((one) => ofB.has(one))
  }
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}
