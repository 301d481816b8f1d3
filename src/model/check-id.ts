import type { Report } from '../diagnostics/diagnostic.ts'
import { badId, reservedName } from '../diagnostics/problems/shape.ts'
import { isKebabName, reservedId } from '../text/entity-id.ts'
import { foldCase } from '../text/fold.ts'
import type { Located } from '../text/span.ts'

/** Reports an id that no entity may have, and suggests one. */
export function checkId(id: Located<string>, report: Report): void {
  if (id.value === reservedId) report(reservedName(id))
  else checkName(id, report)
}

/** Reports a name of a type, an attribute or a source that is not kebab-case and suggests one that is. */
export function checkName(name: Located<string>, report: Report): void {
  if (isKebabName(name.value)) return
  report(badId(name, kebabOf(name.value)))
}

/** The id that was meant by what is none. */
export function kebabOf(name: string): string | undefined {
  const kebab = foldCase(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return isKebabName(kebab) ? kebab : undefined
}
