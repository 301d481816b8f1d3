import { parseUrl } from '../../text/parse-url.ts'

/** A web address with nothing in it that RFC 3986 does not allow; browsers are not so strict. */
export function strictAddress(address: string): string {
  const url = parseUrl(address)
  if (url === undefined) return encodeURI(address)
  const { origin, pathname, search, hash } = url
  return origin + (pathname + search + hash).replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, encodeOne)
}

function encodeOne(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
