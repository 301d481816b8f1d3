import { given } from '../given.ts'
import type { ImportedRelation, ImportedType } from '../imported.ts'
import { textIn, textsIn, truthIn } from './json-values.ts'
import type { OwnNames } from './own-claim.ts'

/** An entity type as our exports write it, with the types above it. */
export function ownType(type: unknown): ImportedType {
  return {
    ...given('label', textIn(type, 'label')),
    ...given('parent', textsIn(type, 'types')[1]),
    ...given('abstract', truthIn(type, 'abstract')),
    ...given('dated', truthIn(type, 'dated')),
    ...given('transit', truthIn(type, 'transit')),
    ...given('colour', textIn(type, 'colour')),
    ...given('stix', textIn(type, 'stix')),
    ...given('ftm', textIn(type, 'ftm')),
  }
}

export function ownRelation(relation: unknown, names: OwnNames): ImportedRelation {
  return {
    ...given('label', textIn(relation, 'label')),
    ...given('inverse', textIn(relation, 'inverse')),
    ...given('inverseLabel', textIn(relation, names.inverseLabel)),
    ...given('symmetric', truthIn(relation, 'symmetric')),
    ...given('kind', textIn(relation, 'kind')),
    from: textsIn(relation, 'from'),
    to: textsIn(relation, 'to'),
    ...given('says', textIn(relation, 'says')),
    ...given('saysInverse', textIn(relation, names.saysInverse)),
    ...given('stix', textIn(relation, 'stix')),
    ...given('ftm', textIn(relation, 'ftm')),
  }
}
