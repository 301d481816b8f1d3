import { effect } from '@preact/signals'
import { readPalette } from '../marks/palette.ts'
import type { Viewer } from '../viewer.ts'

/** Puts the theme on the page, then reads the colours that it brings. */
export function keepTheme({ dark, palette }: Viewer): void {
  effect(() => {
    const page = document.documentElement
    page.dataset.theme = dark.value ? 'dark' : 'light'
    palette.value = readPalette(page)
  })
}
