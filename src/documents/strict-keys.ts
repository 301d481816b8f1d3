import type { Located } from '../text/span.ts'
import type { Cursor } from './strict-cursor.ts'

/** The key that begins at `start` and that the cursor stands right behind. */
export function keyBefore(cursor: Cursor, text: string, start: number): Located<string> {
  return { value: shared(text), span: { file: cursor.file, start, end: cursor.at } }
}

/** Keys that were read before: a base writes a few of them a hundred thousand times. */
const known: string[] = Array.from({ length: 512 }, () => '')

/** The same string for the same key, so that two keys are compared by their address. Two keys may want one place. */
function shared(text: string): string {
  const ends = text.charCodeAt(0) * 7 + text.charCodeAt(text.length - 1) * 31
  const place = (ends + text.length * 3) & (known.length - 1)
  if (known[place] === text) return known[place]
  const [key = text] = Object.keys({ [text]: true })
  known[place] = key
  return key
}
