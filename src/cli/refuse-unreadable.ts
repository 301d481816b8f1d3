import type { Sources } from '../documents/read-sources.ts'
import { WrongUse } from './wrong-use.ts'

/** Before a change for which all of the data must be known: what the disk does not give now is not gone. */
export function refuseUnreadable({ diagnostics }: Pick<Sources, 'diagnostics'>): void {
  const unreadable = diagnostics.find(({ code }) => code === 'unreadable-file')
  if (unreadable === undefined) return
  const { span, message } = unreadable
  throw new WrongUse(`Nothing was changed, because "${span.file}" may matter for it. ${message}`)
}
