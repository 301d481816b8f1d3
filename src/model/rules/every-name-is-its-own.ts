import { aliasCollision, possibleDuplicate } from '../../diagnostics/problems/names.ts'
import { foldCase, foldSound } from '../../text/fold.ts'
import type { Located } from '../../text/span.ts'
import type { Base } from '../base.ts'
import type { Entity, IdentityDecision } from '../entity.ts'
import type { Rule } from '../rule.ts'

/**
 * Two named entities of related types do not share a name, nor do their names differ by spelling alone, unless
 * identity.yaml has decided on them. Entities whose names the sources withhold are never compared.
 */
export const everyNameIsItsOwn: Rule = (base, report) => {
  const isDecided = decisions(base)
  const told = new Set<string>()
  const names = [...base.entities.values()].filter(({ unnamed }) => !unnamed).flatMap(namesOf)
  const compare = (a: Name, b: Name, isSame: boolean) => {
    const ids = [a.entity.id.value, b.entity.id.value] as const
    const pair = pairOf(...ids)
    if (a.entity === b.entity || told.has(pair) || isDecided(...ids)) return
    if (!isRelated(a.entity, b.entity, base) || digits(a.name) !== digits(b.name)) return
    told.add(pair)
    const other = { id: a.entity.id.value, name: a.name.value, span: a.name.span }
    report((isSame ? aliasCollision : possibleDuplicate)(b.name, other))
  }
  for (const [a, b] of meetings(names, ({ name }) => [plain(name.value)])) compare(a, b, true)
  for (const [a, b] of meetings(names, ({ name }) => spellings(name.value))) compare(a, b, false)
}

interface Name {
  readonly entity: Entity
  readonly name: Located<string>
}

function namesOf(entity: Entity): Name[] {
  return [entity.name, ...entity.aliases].map((name) => ({ entity, name }))
}

function plain(text: string): string {
  return foldCase(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

const shortestToMisspell = 6
/** A name has as many variants as letters, so that those of a very long one would fill the memory. */
const longestToMisspell = 64
/** More entities than this under one key are a common word and no misspelling of each other. */
const mostUnderOneKey = 20

/** What a name sounds like, and that with one letter left out: names one edit apart share one of these. */
function spellings(text: string): string[] {
  const sound = foldSound(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  if (sound.length < shortestToMisspell || sound.length > longestToMisspell) return [sound]
  return [sound, ...Array.from(sound, (_, at) => sound.slice(0, at) + sound.slice(at + 1))]
}

/** Each two names that share a key, the first one first; a name without letters and digits has none. */
function* meetings(
  names: readonly Name[],
  keysOf: (name: Name) => string[],
): Generator<[Name, Name]> {
  const byKey = new Map<string, Name[]>()
  for (const name of names) {
    for (const key of keysOf(name)) {
      if (key === '') continue
      for (const earlier of join(byKey, key, name)) yield [earlier, name]
    }
  }
}

const nobody: readonly Name[] = []

/** Puts a name under a key and gives those that were there before it. */
function join(byKey: Map<string, Name[]>, key: string, name: Name): readonly Name[] {
  const group = byKey.get(key)
  if (group === undefined) {
    byKey.set(key, [name])
    return nobody
  }
  const earlier = [...group]
  if (group.length < mostUnderOneKey) group.push(name)
  return earlier
}

/** A voyage of the 17th is no misspelling of a voyage of the 18th. */
function digits({ value }: Located<string>): string {
  return value.replace(/\P{N}+/gu, ' ').trim()
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
