import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { texts } from '../words/texts.ts'

interface ShortenedProps<Item> {
  readonly items: readonly Item[]
  /** So many are shown before the reader asks for the rest. */
  readonly most: number
  /** So many of them, in words. */
  readonly counted: (count: number) => string
  readonly children: (shown: readonly Item[]) => ComponentChildren
}

/** A list that may be long: its beginning, and a button for all of it. */
export function Shortened<Item>({ items, most, counted, children }: ShortenedProps<Item>) {
  const [all, setAll] = useState(false)
  const isCut = !all && items.length > most
  return (
    <>
      {children(isCut ? items.slice(0, most) : items)}
      {isCut && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {texts.all(counted(items.length))}
        </button>
      )}
    </>
  )
}
