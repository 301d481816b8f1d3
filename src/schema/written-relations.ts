import type { Ontology, RelationType } from '../model/ontology.ts'

/** A relation as it is written at one of its ends: the name there, the types of that end and of the other. */
export interface WrittenRelation {
  readonly name: string
  readonly type: RelationType
  readonly own: readonly string[]
  readonly other: readonly string[]
}

/** Every name that a relation can be written by: its own, and that of its inverse. */
export function writtenRelations({ relationTypes }: Ontology): WrittenRelation[] {
  return [...relationTypes.values()].flatMap((type): WrittenRelation[] => {
    const { id, from, to, inverse, symmetric } = type
    if (symmetric) return [{ name: id, type, own: either(from, to), other: either(from, to) }]
    const forward = { name: id, type, own: from, other: to }
    return inverse === undefined
      ? [forward]
      : [forward, { name: inverse, type, own: to, other: from }]
  })
}

/** A symmetric relation runs from both ends; one that is open leaves all open. */
function either(from: readonly string[], to: readonly string[]): readonly string[] {
  return from.length === 0 || to.length === 0 ? [] : [...new Set([...from, ...to])]
}
