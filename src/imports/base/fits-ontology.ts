import { endFits } from '../../model/end-fits.ts'
import type { Ontology } from '../../model/ontology.ts'
import { openReport } from '../import-report.ts'
import type { Imported, ImportedThing } from '../imported.ts'
import { baseTypes, typeIdOf } from './base-types.ts'

// What may be written under an ontology that people have edited and that stays as it is.

/** The keys of things whose types it does not have, or only for what is below them. */
export function unfitThings(imported: Imported, ontology: Ontology): ReadonlySet<string> {
  const types = baseTypes(imported, openReport(), ontology)
  const isUnfit = (thing: ImportedThing) =>
    ontology.entityTypes.get(typeIdOf(thing, types))?.abstract !== false
  return new Set(imported.things.filter(isUnfit).map(({ key }) => key))
}

/** Whether its entities may have a date. */
export function hasDates({ entityTypes }: Ontology, type: string): boolean {
  return entityTypes.get(type)?.dated === true
}

export interface TypedTie {
  readonly relation: string
  readonly symmetric: boolean
  /** The types of its ends. */
  readonly source: string
  readonly target: string
}

export function allowsTie(ontology: Ontology, tie: TypedTie): boolean {
  const relation = ontology.relationTypes.get(tie.relation)
  if (relation === undefined || relation.symmetric !== tie.symmetric) return false
  const run = (source: string, target: string) =>
    endFits(source, relation.from, ontology) && endFits(target, relation.to, ontology)
  return run(tie.source, tie.target) || (tie.symmetric && run(tie.target, tie.source))
}
