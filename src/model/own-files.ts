import type { Report } from '../diagnostics/diagnostic.ts'
import { misplacedOwnFile } from '../diagnostics/problems/shape.ts'
import type { YamlMap } from '../documents/yaml-node.ts'
import { verdicts } from './entity.ts'

export const ontologyPath = 'ontology.yaml'
export const identityPath = 'identity.yaml'
export const viewsPath = 'views.yaml'
/** Files that are about the whole base, and no entity, whatever they are called. */
export const ownPaths: readonly string[] = [ontologyPath, identityPath, viewsPath]

/** What only such a file says. */
const keysOfOwn: Readonly<Record<string, readonly string[]>> = {
  [ontologyPath]: ['relations', 'name'],
  [identityPath]: verdicts,
  [viewsPath]: ['views'],
}

/** Reports a file about a whole base in a folder of its own, as in a copy of a base within it. */
export function isOwnFileAstray(path: string, root: YamlMap, report: Report): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const keysOfIt = keysOfOwn[name]
  if (keysOfIt === undefined) return false
  const keys = new Set(root.entries.map(({ key }) => key.value))
  const isAstray = keysOfIt.some((key) => keys.has(key)) && !keys.has('type')
  if (isAstray) report(misplacedOwnFile(root.span, name))
  return isAstray
}
