import type { Report } from '../diagnostics/diagnostic.ts'
import { noSuchNumber } from '../diagnostics/problems/shape.ts'
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
      if (number === undefined) reportNumber(node, report)
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

function reportNumber(node: YamlNode, report: Report): void {
  const text = node.kind === 'scalar' ? node.text.trim() : ''
  report(noSuchNumber({ value: text, span: node.span }, numberMeant(text)))
}

/** A comma before each three digits, or before one or two that are no thousands. */
function numberMeant(text: string): string | undefined {
  if (/^[1-9][0-9]{0,2}(?:[ ,.'’][0-9]{3})+$/.test(text)) return text.replace(/\D/g, '')
  return /^[0-9]+,[0-9]{1,2}$/.test(text) ? text.replace(',', '.') : undefined
}
