import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { pathCollision } from '../diagnostics/problems/files.ts'
import { compareText } from '../text/compare-text.ts'
import { isAscii } from '../text/is-ascii.ts'

/** Paths that are not as a disk sees them that ignores case and forms of accents: of two that collide at least one. */
interface UnfoldedPaths {
  readonly add: (path: string) => void
  readonly remove: (path: string) => void
  /** Whether such a disk takes no two paths for one. */
  readonly areDistinct: (isThere: (path: string) => boolean) => boolean
}

export function unfoldedPaths(): UnfoldedPaths {
  const folds = new Map<string, string>()
  return {
    add: (path) => {
      const folded = foldPath(path)
      if (folded !== path) folds.set(path, folded)
    },
    remove: (path) => void folds.delete(path),
    areDistinct: (isThere) => {
      const all = new Set(folds.values())
      return all.size === folds.size && ![...all].some(isThere)
    },
  }
}

/** Of paths that such a disk takes for one, each after the first is reported with it. */
export function collisionsIn(paths: readonly string[]): readonly Diagnostic[] {
  const first = new Map<string, string>()
  const found: Diagnostic[] = []
  for (const path of paths.toSorted(compareText)) {
    const folded = foldPath(path)
    const other = first.get(folded)
    if (other === undefined) first.set(folded, path)
    else found.push(pathCollision(path, other))
  }
  return found
}

function foldPath(path: string): string {
  return isAscii(path) ? path.toLowerCase() : path.normalize('NFC').toLowerCase()
}
