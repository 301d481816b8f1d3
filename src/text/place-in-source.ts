import { listed } from './listed.ts'

/** `p4` is paragraph 4, `page3-page5` are pages 3 to 5, a time is a time, and a section keeps its name. */
export function placeInSource(locator: string): string {
  const numbers = /^(p|page)(\d+)(?:-\1(\d+))?$/.exec(locator)
  if (numbers) {
    const [, unit = '', first, last] = numbers
    return last === undefined ? `${nouns[unit]} ${first}` : `${nouns[unit]}s ${first} to ${last}`
  }
  return /^\d+:\d\d:\d\d$/.test(locator) ? `at ${locator}` : locator
}

const nouns: Readonly<Record<string, string>> = { p: 'paragraph', page: 'page' }

/** `paragraphs 2 and 4`. */
export function placesInSource(locators: readonly string[]): string {
  const single = locators.map((locator) => /^(p|page)(\d+)$/.exec(locator))
  const units = new Set(single.map((match) => match?.[1]))
  const [unit] = units
  if (locators.length > 1 && units.size === 1 && unit !== undefined) {
    return `${nouns[unit]}s ${listed(single.map((match) => match?.[2] ?? ''))}`
  }
  return listed(locators.map(placeInSource))
}
