import { composeLetters } from '../text/compose-letters.ts'
import type { Span } from '../text/span.ts'
import { placedTexts } from './placed-texts.ts'
import type { YamlNode } from './yaml-node.ts'

/** Keys and values in which a letter and its accent are two characters that Unicode has as one, as Macs and PDFs write them. */
export function splitLetters(text: string, root: YamlNode): Span[] {
  if (!/[\u0300-\uffff]|\\[xuU]/.test(text)) return []
  return placedTexts(root)
    .filter(({ text: value }) => composeLetters(value) !== value)
    .map(({ span }) => span)
}
