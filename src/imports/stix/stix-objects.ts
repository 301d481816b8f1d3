import { mostItems } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import { isObject, type JsonObject, textIn, valueIn } from '../json/json-values.ts'
import { UnreadableInput } from '../unreadable-input.ts'

/** The objects of a bundle, of a list, or of a file that is one. */
export function objectsIn(
  document: unknown,
  file: string,
  report: ImportReport,
): readonly JsonObject[] {
  const list = Array.isArray(document) ? document : (valueIn(document, 'objects') ?? [document])
  const objects = (Array.isArray(list) ? list : []).filter((object) => {
    const isStix = isObject(object) && /^[a-z0-9-]+$/.test(textIn(object, 'type') ?? '')
    if (isStix && textIn(object, 'id') !== undefined) return true
    report.note('left-out-objects', textIn(object, 'type') ?? 'objects without type or id')
    return false
  })
  if (objects.length === 0 && (!Array.isArray(list) || list.length > 0 || !isObject(document))) {
    throw new UnreadableInput(
      `"${file}" is no STIX: nothing in it has a "type" and an "id". A bundle has its objects under "objects".`,
    )
  }
  if (objects.length <= mostItems) return objects
  throw new UnreadableInput(`"${file}" has more than ${mostItems} objects. Import a part of it.`)
}

/** Of several versions of one object the one that was modified last, in the order of their first. */
export function newestObjects(
  objects: readonly JsonObject[],
  report: ImportReport,
): readonly JsonObject[] {
  const newest = new Map<string, JsonObject>()
  for (const object of objects) {
    const id = String(object.id)
    const known = newest.get(id)
    if (known) report.note('older-versions', id)
    if (known === undefined || versionOf(object) >= versionOf(known)) newest.set(id, object)
  }
  return [...newest.values()]
}

/** Timestamps of STIX are in UTC and sort as texts. */
function versionOf(object: JsonObject): string {
  return textIn(object, 'modified') ?? textIn(object, 'created') ?? ''
}
