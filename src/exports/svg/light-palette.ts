import { formatColour, legible, mix, parseColour, type Rgb } from '../../picture/colour.ts'

/** The light colours of the viewer, so that a picture on a slide is the one that people know. */
export const lightPalette = {
  canvas: '#fbfaf7',
  text: '#1c2024',
  quietText: '#5a6068',
  kinds: ['#3d6ea8', '#2d8272', '#857d72', '#a8622a', '#7d5aa8', '#ad4a6a', '#6c7a26', '#5f7080'],
} as const

const canvas: Rgb = parseColour(lightPalette.canvas)

/** The curator's colour with the 3:1 that graphics need; backdrops step back towards the canvas. */
export function nodeColour(colour: string | undefined, isBackdrop: boolean): string {
  const own = parseColour(colour)
  return formatColour(legible(isBackdrop ? mix(own, canvas, 0.35) : own, canvas, 3))
}

/** The place of a kind among those of the ontology decides its colour, as in the viewer. */
export function kindColour(kinds: readonly string[], kind: string): string {
  const index = Math.max(0, kinds.indexOf(kind))
  return lightPalette.kinds[index % lightPalette.kinds.length] ?? lightPalette.text
}

/** The colour of a kind with the 4.5:1 that text needs. */
export function captionColour(colour: string): string {
  return formatColour(legible(parseColour(colour), canvas, 4.5))
}
