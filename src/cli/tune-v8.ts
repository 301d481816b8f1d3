import { setFlagsFromString } from 'node:v8'
import type { Sources } from '../documents/read-sources.ts'

/**
 * Has functions compiled with less of those that they call in them. Most commands end within a second or two, before
 * larger code has earned the time that making it takes.
 */
export function limitInlining(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')
}

/** As V8 does unasked, for what goes on for hours. */
export function inlineAsUsual(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=920')
}

/** Below that, and while their texts are few enough to stay in memory, nobody minds how much of it is taken. */
const manyFiles = 50_000

/**
 * Of a large base has what is no longer needed collected each time that the memory has grown by a fifth. Left to
 * itself the collector waits until it has nearly doubled, and with so much to go through that is no quicker.
 */
export function spareMemory({ files }: Sources): void {
  const isLarge = files.length > manyFiles || files.some(({ shelf }) => shelf !== undefined)
  if (isLarge) setFlagsFromString('--heap-growing-percent=20')
}
