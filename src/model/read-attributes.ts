import type { Report } from '../diagnostics/diagnostic.ts'
import { unknownAttribute } from '../diagnostics/problems/names.ts'
import { missingAttributeValue, missingKey } from '../diagnostics/problems/shape.ts'
import type { YamlMap, YamlNode } from '../documents/yaml-node.ts'
import type { Located } from '../text/span.ts'
import type { AttributeClaim } from './claim.ts'
import type { Attribute } from './entity.ts'
import { attributeClaim } from './extend-claim.ts'
import type { AttributeType, EntityType } from './ontology.ts'
import { readAttributeValue } from './read-attribute-value.ts'
import { bareClaim, type ClaimContext, claimKeys, type RivalKind, readClaim } from './read-claim.ts'
import { readEach } from './read-each.ts'
import { fieldsOf, mapOf, unlessThere } from './shape.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Of many entities nothing is told but relations: they share this. */
const none: ReadonlyMap<string, Attribute> = new Map()

/** The attributes of an entity of a type, by name; of a name that stands there twice the first counts. */
export function readAttributes(
  node: YamlNode | undefined,
  type: string,
  context: ClaimContext,
  { ontology, suggest }: Vocabulary,
): ReadonlyMap<string, Attribute> {
  if (node === undefined) return none
  const attributes = new Map<string, Attribute>()
  const map = mapOf(node, 'a map from attributes to values', context.report)
  const entityType = ontology.entityTypes.get(type)
  for (const { key, value } of map?.entries ?? []) {
    const known = entityType?.attributes.get(key.value)
    if (map && entityType && !known) reportUnknown(key, map, entityType, suggest, context.report)
    const items = value.kind === 'list' ? value.items : [value]
    if (items.length === 0) context.report(missingAttributeValue(value.span, key.value))
    const claims = readEach(items, (item) => readAttributeClaim(item, known, context))
    if (!attributes.has(key.value)) attributes.set(key.value, { name: key, claims })
  }
  return attributes
}

function readAttributeClaim(
  node: YamlNode,
  type: AttributeType | undefined,
  context: ClaimContext,
): AttributeClaim | undefined {
  if (node.kind !== 'map') {
    const value = readAttributeValue(node, type, context)
    return value === undefined ? undefined : attributeClaim(bareClaim(node.span, context), value)
  }
  const fields = fieldsOf(node, 'An attribute', ['value', ...claimKeys], context.report)
  const written = fields.get('value')
  if (written === undefined) {
    if (fields.lacks('value'))
      context.report(missingKey(node.span, 'An attribute', 'value', 'value: dead'))
    return undefined
  }
  const value = readAttributeValue(written, type, context)
  const kind: RivalKind = {
    says: 'value',
    example: 'value: 25',
    read: (rival) => readAttributeValue(rival, type, context),
  }
  return value === undefined
    ? undefined
    : attributeClaim(readClaim(fields, written.span, context, kind), value)
}

function reportUnknown(
  key: Located<string>,
  map: YamlMap,
  type: EntityType,
  suggest: Vocabulary['suggest'],
  report: Report,
): void {
  const meant = unlessThere(suggest.attributeOf(type)(key.value), map)
  report(unknownAttribute(key, type.id, [...type.attributes.keys()], meant))
}
