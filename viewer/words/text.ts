export { either, listed } from '../../src/text/listed.ts'

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
