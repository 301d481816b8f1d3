import { missingKey } from '../diagnostics/problems/shape.ts'
import type { YamlNode } from '../documents/yaml-node.ts'
import type { DateClaim } from './entity.ts'
import { dateClaim } from './extend-claim.ts'
import {
  bareClaim,
  type ClaimContext,
  claimKeys,
  type RivalKind,
  readClaim,
  readWhen,
} from './read-claim.ts'
import { fieldsOf } from './shape.ts'

/** An entity's own date: bare, or with evidence like any other claim. */
export function readDateClaim(
  node: YamlNode | undefined,
  context: ClaimContext,
): DateClaim | undefined {
  if (node === undefined) return undefined
  if (node.kind !== 'map') {
    const when = readWhen(node, context)
    return when && dateClaim(bareClaim(node.span, context), when)
  }
  const keys = ['value', ...claimKeys.filter((key) => key !== 'when')]
  const fields = fieldsOf(node, 'A date', keys, context.report)
  const value = fields.get('value')
  if (value === undefined) {
    if (fields.lacks('value'))
      context.report(missingKey(node.span, 'A date', 'value', 'value: 2012-03-17'))
    return undefined
  }
  const when = readWhen(value, context)
  const kind: RivalKind = {
    says: 'value',
    example: 'value: 2012-03',
    read: (rival) => readWhen(rival, context)?.text,
  }
  return when && dateClaim(readClaim(fields, value.span, context, kind), when)
}
