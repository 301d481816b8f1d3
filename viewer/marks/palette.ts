import { formatColour, legible, parseColour, type Rgb } from '../../src/picture/colour.ts'

/** The colours that the picture shares with the page. */
export interface Palette {
  readonly canvas: Rgb
  readonly text: Rgb
  readonly quietText: Rgb
  readonly accent: Rgb
  /** What holds only at the later of two times, or only at the earlier one. */
  readonly began: Rgb
  readonly ended: Rgb
  /** One for each kind of relation, in the order of their names. */
  readonly kinds: readonly Rgb[]
}

const kindColours = 8

/** Reads the colours from the style sheet, their only home, after the theme has been set on the page. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (name: string) => parseColour(style.getPropertyValue(name).trim())
  return {
    canvas: read('--canvas'),
    text: read('--text'),
    quietText: read('--text-quiet'),
    accent: read('--accent'),
    began: read('--began'),
    ended: read('--ended'),
    kinds: Array.from({ length: kindColours }, (_, index) => read(`--kind-${index}`)),
  }
}

/** Colours of types are the curator's; against the canvas they keep the 3:1 that graphics need. */
export function typeColour(palette: Palette, colour: string | undefined): string {
  return formatColour(legible(parseColour(colour), palette.canvas, 3))
}

export function kindColour(palette: Palette, kinds: readonly string[], kind: string): Rgb {
  const index = Math.max(0, kinds.indexOf(kind))
  return palette.kinds[index % palette.kinds.length] ?? palette.text
}
