import { isEntityId } from '../../text/entity-id.ts'
import { readLabelled } from '../../text/labelled-lines.ts'
import { given } from '../given.ts'
import type { ImportedSource } from '../imported.ts'
import type { FtmEntity } from './ftm-entities.ts'
import { lineOf, sourcePrefix, told } from './own-lines.ts'

/** A source of a document that the export made of one; nothing where another program made it. */
export function ownSource({ id, schema, properties }: FtmEntity): ImportedSource | undefined {
  const own = id.slice(sourcePrefix.length)
  if (schema !== 'Document' || !id.startsWith(sourcePrefix) || !isEntityId(own)) return undefined
  const lines = (properties.get('notes') ?? []).flatMap(readLabelled)
  const first = (property: string) => properties.get(property)?.[0]
  const others = lines.filter(([label]) => !labels.includes(label)).map(lineOf)
  const note = [told(lines, 'Note'), ...others].filter((text) => text !== undefined)
  const archive = told(lines, 'Archive')
  // Of two addresses the first is told by its name, too.
  const url = archive === undefined ? first('sourceUrl') : undefined
  return {
    ...{ id: own, title: first('title') ?? own },
    ...given('publisher', first('publisher')),
    ...given('author', first('author')),
    ...given('kind', first('keywords')),
    ...given('url', told(lines, 'Address') ?? url),
    ...given('archive', archive),
    ...given('published', told(lines, 'Published') ?? first('publishedAt')),
    ...given('accessed', told(lines, 'Accessed') ?? first('retrievedAt')),
    ...given('language', told(lines, 'Language')),
    ...given('reliability', told(lines, 'Reliability')),
    ...given('note', note.length === 0 ? undefined : note.join('\n')),
    ...given('paragraphs', countIn(told(lines, 'Paragraphs'))),
    ...given('pages', countIn(told(lines, 'Pages'))),
  }
}

const labels = [
  ...['Note', 'Reliability', 'Language', 'Published', 'Accessed', 'Address', 'Archive'],
  ...['Paragraphs', 'Pages'],
]

function countIn(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : undefined
}
