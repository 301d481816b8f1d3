import { intervalOf } from '../edtf-of.ts'
import type { ImportedTie } from '../imported.ts'
import { type JsonObject, textIn, valueIn } from '../json/json-values.ts'
import { confidenceOf, isOneOfMany, type StixReading, speakersOf } from './stix-reading.ts'

/** A relationship object as a tie. */
export function tieOfRelationship(object: JsonObject, reading: StixReading): ImportedTie[] {
  const id = String(object.id)
  const tied = relationshipOf(object, textIn(object, 'relationship_type'), reading)
  if (tied === undefined) return []
  const when = intervalOf(dayOf(object, 'start_time'), dayOf(object, 'stop_time'))
  const confidence = confidenceOf(object)
  const note = noteOf(object)
  return [
    {
      ...{ ...tied, saidBy: speakersOf(object, reading) },
      citations: [...reading.references.citationsOf(object), { at: id }],
      ...(when !== undefined && { when }),
      ...(confidence && { confidence }),
      ...(note !== '' && { note }),
    },
  ]
}

/** What it ties, and by which relation. One that its maker has revoked says nothing any more. */
export function relationshipOf(
  object: JsonObject,
  relation: string | undefined,
  { report }: StixReading,
): Pick<ImportedTie, 'relation' | 'source' | 'target'> | undefined {
  const id = String(object.id)
  const [source, target] = [textIn(object, 'source_ref'), textIn(object, 'target_ref')]
  if (source === undefined || target === undefined || relation === undefined) {
    report.note('left-out-objects', id)
    return undefined
  }
  if (valueIn(object, 'revoked') !== true) return { relation, source, target }
  report.note('revoked-ties', id)
  return undefined
}

function noteOf(object: JsonObject): string {
  const isOld = valueIn(object, 'x_mitre_deprecated') === true
  return [textIn(object, 'description')?.trim(), isOld ? 'status: deprecated' : '']
    .filter(Boolean)
    .join('\n')
}

/** STIX knows moments only; a relation of Dossier holds on days. */
function dayOf(object: JsonObject, key: string): string | undefined {
  return /^\d{4}-\d\d-\d\d/.exec(textIn(object, key) ?? '')?.[0]
}

/** What an object refers to in its properties, such as the objects of a report. */
export function tiesOfReferences(object: JsonObject, reading: StixReading): ImportedTie[] {
  const source = String(object.id)
  return Object.entries(object).flatMap(([property, value]) => {
    if (!/_refs?$/.test(property) || besideTies.has(property)) return []
    const targets = (Array.isArray(value) ? value : [value]).filter(
      (ref) => typeof ref === 'string',
    )
    return targets.flatMap((target) => {
      if (property === 'created_by_ref' && !isOneOfMany(target, reading)) return []
      if (target.startsWith('relationship--')) {
        reading.report.note('ties-as-ends', source)
        return []
      }
      const citations = [{ at: source }]
      return [{ ...{ relation: relationOf(property), source, target }, citations }]
    })
  })
}

const besideTies: ReadonlySet<string> = new Set([
  ...['object_marking_refs', 'source_ref', 'target_ref'],
])

function relationOf(property: string): string {
  return property === 'object_refs' ? 'refers to' : property.replace(/_refs?$/, '')
}
