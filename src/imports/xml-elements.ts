import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import type { ImportContext, ImportInput } from './import-format.ts'
import { textPieces } from './text-pieces.ts'
import { UnreadableInput } from './unreadable-input.ts'

/** What a reader of XML is told, element by element; names are without prefix and in lower case. */
export interface XmlVisitor {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void
  /** With the text that the element itself holds. */
  readonly close: (name: string, text: string) => void
}

/** Deeper than any graph is written. */
const deepest = 64

/** Characters of one tag or one text: what is longer is no graph, and must not fill the memory. */
const longestPart = 2 ** 26

/** Reads XML piece by piece. Declarations of entities are refused: they can make gigabytes of a line. */
export async function visitXml(
  input: ImportInput,
  context: ImportContext,
  { open, close }: XmlVisitor,
): Promise<void> {
  const parser = new SaxesParser({ position: true })
  const texts: string[] = []
  let quiet = 0
  parser.on('error', ({ message }) => fail(input, message))
  parser.on('doctype', () =>
    fail(input, `${parser.line}:${parser.column}: it has a DOCTYPE, which is not read`),
  )
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0
    if (texts.push('') > deepest) fail(input, `it has more than ${deepest} levels`)
    open(localName(name), withoutPrefixes(attributes))
  })
  parser.on('text', (text) => {
    const last = texts.length - 1
    if (last >= 0) texts[last] += text
  })
  parser.on('cdata', (text) => {
    const last = texts.length - 1
    if (last >= 0) texts[last] += text
  })
  parser.on('closetag', ({ name }) => {
    quiet = 0
    close(localName(name), texts.pop()?.trim() ?? '')
  })
  for await (const piece of textPieces(input, context)) {
    quiet += piece.length
    if (quiet > longestPart) fail(input, 'one part of it is larger than 64 MiB')
    parser.write(piece)
  }
  parser.close()
}

function fail({ name }: ImportInput, message: string): never {
  throw new UnreadableInput(
    `"${name}" is not XML that can be read: ${message.slice(0, 200).replace(/\.$/, '')}. Export it again, or look at the file with an editor.`,
  )
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

function withoutPrefixes(attributes: Readonly<Record<string, SaxesAttributePlain | string>>) {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') values.set(localName(name), value)
  }
  return values
}
