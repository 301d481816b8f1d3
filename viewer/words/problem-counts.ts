import type { Status } from '../../src/server/status.ts'
import { texts } from './texts.ts'

/** `1 error, 3 warnings`; what there is none of is left out. */
export function problemCounts({ errors, warnings }: Status): string {
  const parts = [
    ...(errors > 0 ? [texts.errors(errors)] : []),
    ...(warnings > 0 ? [texts.warnings(warnings)] : []),
  ]
  return parts.join(', ')
}
