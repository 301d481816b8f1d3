import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The elements around it, outermost first. */
  readonly around: readonly XmlElement[]
  /** What stands in it directly, without the text of elements in it. */
  text: string
}

/** All elements of a well-formed document in order; throws where it is not well-formed or a prefix is unbound. */
export function readXml(text: string): XmlElement[] {
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.values(attributes).map((attribute) => [attribute.name, attribute.value])
    const element: XmlElement = {
      name,
      attributes: Object.fromEntries(values),
      around: [...open],
      text: '',
    }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return elements
}
