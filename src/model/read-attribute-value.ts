import { wrongValue } from '../diagnostics/problems/shape.ts'
import type { YamlNode } from '../documents/yaml-node.ts'
import type { Scalar } from './claim.ts'
import type { AttributeType } from './ontology.ts'
import { type ClaimContext, readWhen } from './read-claim.ts'
import { addressOf, choiceOf, decimalOf, numberOf, textOf } from './shape.ts'

/** One value, read as the ontology says; where it says nothing, a number stays a number and the rest is text. */
export function readAttributeValue(
  node: YamlNode,
  type: AttributeType | undefined,
  context: ClaimContext,
): Scalar | undefined {
  const { report } = context
  if (type === undefined) return numberOf(node) ?? textOf(node, report)?.value
  switch (type.kind) {
    case 'text':
      return textOf(node, report)?.value
    case 'date':
      return readWhen(node, context)?.text
    case 'number': {
      const number = decimalOf(node)
      if (number === undefined)
        report(wrongValue(node.span, 'a number in digits, such as 20 or 2.5'))
      return number
    }
    case 'url':
      return addressOf(node, report)
    case 'one-of':
      return choiceOf(node, type.values, report)
    case 'list':
      return readAttributeValue(node, type.of, context)
    default:
      return type satisfies never
  }
}
