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

/** A text that is only begun is often no YAML yet, so its letters before the cursor are looked at and not its tree. */
export function referencePlace(
  text: string,
  offset: number,
  path: string,
  ontology: Ontology,
): ReferencePlace | LocatorPlace | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  if (/(?:^|\s)#/.test(line)) return undefined
  const [, written] = begun.exec(line) ?? []
  if (written === undefined) return undefined
  const hash = written.indexOf('#')
  const typed = written.slice(hash + 1)
  const start = offset - typed.length
  if (hash >= 0) {
    const source = written.slice(0, hash)
    const before = keyBefore(text.slice(0, offset - written.length))
    return before === 'cite' ? { kind: 'locator', source, typed, start } : undefined
  }
  const key = keyBefore(text.slice(0, start))
  const what = key === undefined ? undefined : expectedAt(key, path, ontology)
  return what && { ...what, typed, start }
}

/** From what begins a value, with or without a quote, to the end. */
const begun = /(?:^\s*-\s+|:\s+|[[{,]\s*)["']?([^[\]{},"':]*)$/

/** The key whose value, or an item of it, begins at the end of the text. */
function keyBefore(text: string): string | undefined {
  const near = text.slice(-farthest)
  const inLine = /([\w-]+)["']?:[ \t]+(?:\[[^\]]*)?["']?$/.exec(near)?.[1]
  if (inLine !== undefined) return inLine
  const inBrackets = /([\w-]+)["']?:\s*\[[^\]]*$/.exec(near)?.[1]
  if (inBrackets !== undefined) return inBrackets
  const [, indent] = /(?:^|\n)([ \t]*)-[ \t]+["']?$/.exec(near) ?? []
  if (indent === undefined) return undefined
  const above = near.split('\n').slice(0, -1).reverse()
  const owner = above.find((line) => isOwner(line, indent.length))
  return owner === undefined ? undefined : /([\w-]+)["']?:\s*(?:#.*)?$/.exec(owner)?.[1]
}

/** A list of more characters than this has no key that anybody remembers. */
const farthest = 20_000

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
