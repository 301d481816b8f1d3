import type { Status } from '../../src/server/status.ts'
import { counted } from './text.ts'

/** `1 error, 3 warnings`; what there is none of is left out. */
export function problemCounts({ errors, warnings }: Status): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ]
  return parts.join(', ')
}
