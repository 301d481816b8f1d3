import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { counted } from '../words/text.ts'

interface ShortenedProps<Item> {
  readonly items: readonly Item[]
  /** So many are shown before the reader asks for the rest. */
  readonly most: number
  /** What they are, one and many. */
  readonly words: readonly [one: string, many: string]
  readonly children: (shown: readonly Item[]) => ComponentChildren
}

/** A list that may be long: its beginning, and a button for all of it. */
export function Shortened<Item>({ items, most, words, children }: ShortenedProps<Item>) {
  const [all, setAll] = useState(false)
  const isCut = !all && items.length > most
  return (
    <>
      {children(isCut ? items.slice(0, most) : items)}
      {isCut && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          All {counted(items.length, ...words)}
        </button>
      )}
    </>
  )
}
