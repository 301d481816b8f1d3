import { firstGarbled, type Garbled } from '../text/garbled.ts'
import type { PlacedText } from './placed-texts.ts'
import { placedTexts } from './placed-texts.ts'
import type { YamlNode } from './yaml-node.ts'

/** Keys and values that were read in the wrong encoding somewhere and saved so, each with the first letter that shows it. */
export function garbledTexts(
  text: string,
  root: YamlNode,
): readonly (Pick<PlacedText, 'span'> & { readonly sign: Garbled })[] {
  if (firstGarbled(text) === undefined && !text.includes('\\')) return []
  return placedTexts(root).flatMap(({ text: value, span }) => {
    const sign = firstGarbled(value)
    return sign ? [{ span, sign }] : []
  })
}
