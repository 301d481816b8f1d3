import { parseUrl } from './parse-url.ts'

/**
 * Whether a text is one absolute http or https address without a user name: all that Dossier ever links to. Spaces and
 * what ends a line are no part of an address, though browsers pass over them.
 */
export function isWebAddress(text: string): boolean {
  const url = /^https?:\/\/\S*$/i.test(text) ? parseUrl(text) : undefined
  if (url === undefined) return false
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
