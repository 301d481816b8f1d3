export { either, listed } from '../../src/text/listed.ts'

/** Parts with commas between them, and a word before the last. */
export function joined<Part>(parts: readonly Part[], last: string): (Part | string)[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part]
    return [index === parts.length - 1 ? last : ', ', part]
  })
}

/** `1 source`, `2 sources`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** `10,000`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `killed-count` as a person says it. */
export function spaced(id: string): string {
  return capital(id.replaceAll('-', ' '))
}
