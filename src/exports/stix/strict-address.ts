/** A web address with nothing in it that RFC 3986 does not allow; browsers are not so strict. */
export function strictAddress(address: string): string {
  if (!URL.canParse(address)) return encodeURI(address)
  const { origin, pathname, search, hash } = new URL(address)
  return origin + (pathname + search + hash).replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, encodeOne)
}

function encodeOne(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
