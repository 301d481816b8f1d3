import { boundsOf } from '../dates/bounds.ts'
import type { Report } from '../diagnostics/diagnostic.ts'
import {
  accessedBeforePublished,
  misplacedEntity,
  missingKey,
  wrongValue,
} from '../diagnostics/problems/shape.ts'
import type { Document } from '../documents/document.ts'
import type { YamlMap, YamlNode } from '../documents/yaml-node.ts'
import { checkName } from './check-id.ts'
import type { When } from './claim.ts'
import { readWhen } from './read-claim.ts'
import { fileName } from './read-entity.ts'
import { addressOf, choiceOf, countOf, distinctTextsOf, fieldsOf, textOf } from './shape.ts'
import { reliabilities, type Source, secondsOf, sourceKeys } from './source.ts'

/** The source that a file under `sources/` describes; its id is the file's name. */
export function readSource(document: Document, report: Report): Source | undefined {
  const { root, path, text } = document
  if (root === undefined) return undefined
  if (isOfEntities(root)) {
    report(misplacedEntity(root.span))
    return undefined
  }
  const id = {
    value: fileName(path),
    span: { file: path, start: root.span.start, end: root.span.start },
  }
  checkName(id, report)
  const fields = fieldsOf(root, 'A source', sourceKeys, report)
  const field = (key: (typeof sourceKeys)[number]): YamlNode | undefined => fields.get(key)
  const plain = (key: (typeof sourceKeys)[number]) => textOf(field(key), report)?.value
  const date = (key: 'published' | 'accessed') => {
    const node = field(key)
    return node && readWhen(node, { text, report })
  }
  const published = date('published')
  const accessed = date('accessed')
  reportReadTooEarly(accessed, published, report)
  if (fields.lacks('title'))
    report(missingKey(id.span, 'A source', 'title', 'title: Annual report 2012'))
  return {
    id,
    title: plain('title') ?? id.value,
    publisher: plain('publisher'),
    author: plain('author'),
    kind: plain('kind'),
    url: addressOf(field('url'), report),
    archive: addressOf(field('archive'), report),
    published: published?.text,
    accessed: accessed?.text,
    language: plain('language'),
    reliability: choiceOf(field('reliability'), reliabilities, report),
    note: plain('note'),
    places: {
      paragraphs: countOf(field('paragraphs'), report),
      pages: countOf(field('pages'), report),
      seconds: timecode(field('timecode'), report),
      sections: distinctTextsOf(field('sections'), report).map(({ value }) => value),
    },
  }
}

/** What is written here belongs elsewhere: the whole file was moved. */
function isOfEntities({ entries }: YamlMap): boolean {
  const keys = entries.map(({ key }) => key.value)
  return !keys.includes('title') && (keys.includes('type') || keys.includes('entities'))
}

function reportReadTooEarly(
  accessed: When | undefined,
  published: When | undefined,
  report: Report,
): void {
  if (accessed === undefined || published === undefined) return
  if (boundsOf(accessed.date).latestEnd >= boundsOf(published.date).earliestStart) return
  const told = ({ text, span }: When) => ({ value: text, span })
  report(accessedBeforePublished(told(accessed), told(published)))
}

function timecode(node: YamlNode | undefined, report: Report): number | undefined {
  const text = textOf(node, report, 'a length, such as 01:30:00')
  const seconds = text && secondsOf(text.value)
  if (text && seconds === undefined) report(wrongValue(text.span, 'a length, such as 01:30:00'))
  return seconds
}
