/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** `#rgb` or `#rrggbb`; anything else is a middle grey, so that bad data still has a mark. */
export function parseColour(text: string | undefined): Rgb {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text ?? '')
  const hex = short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : text
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex ?? '')
  if (!long) return [0.5, 0.5, 0.5]
  const part = (index: number) => Number.parseInt(long[index] ?? '80', 16) / 255
  return [part(1), part(2), part(3)]
}

export function formatColour(colour: Rgb): string {
  const digits = colour.map((part) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
}

/** The ratio of WCAG 2: from 1, the same, to 21, black on white. */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour itself where it can be told from the background, else the nearest step that can. */
export function legible(colour: Rgb, background: Rgb, ratio: number): Rgb {
  const end: Rgb = luminance(background) > 0.4 ? [0, 0, 0] : [1, 1, 1]
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, end, share)
    if (contrast(candidate, background) >= ratio) return candidate
  }
  return end
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
