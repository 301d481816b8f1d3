import type { Ontology } from '../model/ontology.ts'
import { identityPath, ontologyPath, viewsPath } from '../model/own-files.ts'
import { viewValue } from '../model/view-keys.ts'
import { writtenRelations } from '../schema/written-relations.ts'

/** A place in a text where an id can be written. */
export interface ReferencePlace {
  readonly kind: 'entity' | 'source'
  /** Of the entity, where the ontology asks for some; any where there are none. */
  readonly types: readonly string[]
  /** What stands there already, up to the cursor: the beginning of an id or of a name. */
  readonly typed: string
  readonly start: number
}

/** A place in a citation where the source has been named, and where in it is to be told. */
export interface LocatorPlace extends Pick<ReferencePlace, 'typed' | 'start'> {
  readonly kind: 'locator'
  readonly source: string
}

/**
 * A text that is only begun is often no YAML yet, so its letters before the cursor are looked at and not its tree. They
 * are walked one by one: a pattern that may begin anywhere in a long line takes minutes to find that it is nowhere.
 */
export function referencePlace(
  text: string,
  offset: number,
  path: string,
  ontology: Ontology,
): ReferencePlace | LocatorPlace | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  if (/(?:^|\s)#/.test(line)) return undefined
  const written = begunIn(line)
  const key = keyBefore(text.slice(0, offset - written.length).slice(-farthest))
  if (key === undefined) return undefined
  const hash = written.indexOf('#')
  const typed = written.slice(hash + 1)
  const start = offset - typed.length
  if (hash >= 0) {
    const source = written.slice(0, hash)
    return key === 'cite' ? { kind: 'locator', source, typed, start } : undefined
  }
  const what = expectedAt(key, path, ontology)
  return what && { ...what, typed, start }
}

/** A list of more characters than this has no key that anybody remembers. */
const farthest = 20_000

/** What cannot stand in an id or a name that is looked for. */
const between = '[]{},"\':'

/** What is written of a value at the end of a line. */
function begunIn(line: string): string {
  let start = line.length
  while (start > 0 && !between.includes(line.charAt(start - 1))) start--
  const item = start === 0 ? /^\s*-\s+/.exec(line) : null
  return line.slice(item ? item[0].length : start).trimStart()
}

/** The key whose value, or an item of it, begins at the end of the text. */
function keyBefore(text: string): string | undefined {
  const opened = text.replace(/["']$/, '')
  const before = opened.trimEnd()
  const last = before.at(-1)
  if (last === '[' || last === ',') return keyOfBrackets(before)
  if (!/^[ \t]+$/.test(opened.slice(before.length))) return undefined
  if (last === ':') return keyAtEnd(before)
  return last === '-' ? keyOfItem(before) : undefined
}

function keyAtEnd(text: string): string | undefined {
  return /([\w-]+)["']?:$/.exec(text.slice(-longestKey))?.[1]
}

/** A relation has no longer name. */
const longestKey = 200

/** Of the list in brackets that is open at the end of the text; none where braces are, for there a key would stand. */
function keyOfBrackets(text: string): string | undefined {
  let closed = 0
  for (let at = text.length - 1; at >= 0; at--) {
    const letter = text.charAt(at)
    if (letter === ']' || letter === '}') closed++
    if (letter !== '[' && letter !== '{') continue
    if (closed === 0) return letter === '[' ? keyAtEnd(text.slice(0, at).trimEnd()) : undefined
    closed--
  }
  return undefined
}

/** Of the list whose dash is at the end of the text. */
function keyOfItem(text: string): string | undefined {
  const [dashed = '', ...above] = text.split('\n').reverse()
  const indent = dashed.length - 1
  if (dashed.trimStart() !== '-') return undefined
  const [owner = ''] = above.find((line) => isOwner(line, indent))?.split(' #') ?? []
  return keyAtEnd(owner.trimEnd())
}

/** Whether a line is what the items of a list below it belong to. */
function isOwner(line: string, indent: number): boolean {
  if (/^\s*(?:#.*)?$/.test(line)) return false
  const own = line.length - line.trimStart().length
  return own < indent || (own === indent && !/^\s*-(?:\s|$)/.test(line))
}

type Expected = Pick<ReferencePlace, 'kind' | 'types'>

function expectedAt(key: string, path: string, ontology: Ontology): Expected | undefined {
  if (path === ontologyPath || path.startsWith('sources/')) return undefined
  if (path === viewsPath) {
    const value = viewValue(key)
    return value === 'entity' || value === 'source' ? { kind: value, types: [] } : undefined
  }
  if (sourceKeys.includes(key)) return { kind: 'source', types: [] }
  if (path === identityPath) return key === 'entities' ? { kind: 'entity', types: [] } : undefined
  if (entityKeys.includes(key)) return { kind: 'entity', types: [] }
  const relation = writtenRelations(ontology).find(({ name }) => name === key)
  return relation && { kind: 'entity', types: relation.other }
}

/** Keys of a claim whose values are ids. */
const sourceKeys = ['cite', 'source']
const entityKeys = ['said-by', 'target']
