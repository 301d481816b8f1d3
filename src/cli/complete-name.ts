import { declaredIn } from '../model/check-model.ts'
import { confidences } from '../model/claim.ts'
import { isKebabName } from '../text/entity-id.ts'
import { type Candidate, described, plain } from './candidate.ts'
import { shells } from './completion-scripts.ts'
import { openFolder } from './open-folder.ts'
import { WrongUse } from './wrong-use.ts'

type Base = ReturnType<typeof declaredIn>

/** What each placeholder of the help stands for in a base. */
const inBase: Readonly<Record<string, (base: Base) => Candidate[]>> = {
  entity: entities,
  entities,
  from: entities,
  to: entities,
  first: entities,
  second: entities,
  into: (base) => [{ word: 'into', meaning: '' }, ...entities(base)],
  old: (base) => [...entities(base), ...sources(base)],
  sources,
  types,
  'event-type': types,
  relations,
  kinds: ({ ontology }) =>
    [...new Set([...ontology.relationTypes.values()].map(({ kind }) => kind))].sort().map(plain),
  names: (base) => [...relations(base), ...types(base), ...entities(base)],
}

/** What may stand where the help of a command has this placeholder, all of it. */
export async function completeName(
  command: string,
  placeholder: string,
  data: string | undefined,
): Promise<readonly Candidate[]> {
  switch (`${command} ${placeholder}`) {
    case 'completions shell':
      return shells.map(plain)
    case 'explain code':
      return (await import('../diagnostics/codes.ts')).codes.map(plain)
    case 'export format':
      return described((await import('../exports/formats.ts')).formats)
    case 'import format':
      return described((await import('../imports/formats.ts')).importFormats)
    case 'schema kind':
      return (await import('./schema.ts')).schemaNames.map(plain)
  }
  if (placeholder === 'confidence') return confidences.map(plain)
  const ofBase = Object.hasOwn(inBase, placeholder) ? inBase[placeholder] : undefined
  const base = ofBase && (await baseAt(data))
  // What a shell writes for the user must need no quotes, whatever a damaged file holds.
  return base ? ofBase(base).filter(({ word }) => isKebabName(word)) : []
}

/** Nothing where there is no base: a shell can show no message. */
async function baseAt(data: string | undefined): Promise<Base | undefined> {
  try {
    return declaredIn((await openFolder(data)).sources)
  } catch (error) {
    if (error instanceof WrongUse) return undefined
    throw error
  }
}

function entities(base: Base): Candidate[] {
  return [...base.entities].map(([word, { name }]) => ({ word, meaning: name.value }))
}

function sources(base: Base): Candidate[] {
  return [...base.sources].map(([word, { title }]) => ({ word, meaning: title }))
}

function types({ ontology }: Base): Candidate[] {
  return [...ontology.entityTypes].map(([word, { label }]) => ({ word, meaning: label }))
}

function relations({ ontology }: Base): Candidate[] {
  return [...ontology.relationTypes.keys()].map(plain)
}
