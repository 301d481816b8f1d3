import { setFlagsFromString } from 'node:v8'
import type { Sources } from '../documents/read-sources.ts'

/** Below that nobody minds how much memory is taken. */
const manyFiles = 50_000

/**
 * Of a large base has what is no longer needed collected each time that the memory has grown by a fifth. Left to
 * itself the collector waits until it has nearly doubled, and with so much to go through that is no quicker.
 */
export function spareMemory({ files }: Sources): void {
  if (files.length > manyFiles) setFlagsFromString('--heap-growing-percent=20')
}
