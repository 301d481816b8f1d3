import { intervalOf } from '../edtf-of.ts'
import type { ImportedTie } from '../imported.ts'
import { type JsonObject, textIn, valueIn } from '../json/json-values.ts'
import { confidenceOf, type StixReading, speakersOf } from './stix-reading.ts'

/** A relationship object as a tie. One that its maker has revoked says nothing any more. */
export function tieOfRelationship(object: JsonObject, reading: StixReading): ImportedTie[] {
  const id = String(object.id)
  const [source, target] = [textIn(object, 'source_ref'), textIn(object, 'target_ref')]
  const relation = textIn(object, 'relationship_type')
  if (source === undefined || target === undefined || relation === undefined) {
    reading.report.note('left-out-objects', id)
    return []
  }
  if (valueIn(object, 'revoked') === true) {
    reading.report.note('revoked-ties', id)
    return []
  }
  const when = intervalOf(dayOf(object, 'start_time'), dayOf(object, 'stop_time'))
  const confidence = confidenceOf(object)
  const note = noteOf(object)
  return [
    {
      ...{ relation, source, target, saidBy: speakersOf(object, reading) },
      citations: [...reading.references.citationsOf(object), { at: id }],
      ...(when !== undefined && { when }),
      ...(confidence && { confidence }),
      ...(note !== '' && { note }),
    },
  ]
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
    // Where one has made all of it, that is said of the source.
    if (property === 'created_by_ref' && reading.creators.size < 2) return []
    const targets = (Array.isArray(value) ? value : [value]).filter(
      (ref) => typeof ref === 'string',
    )
    return targets.flatMap((target) => {
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
