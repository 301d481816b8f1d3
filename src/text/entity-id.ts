const pattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

const longestId = 128

/** Kebab-case ASCII: safe as a file name, a URL part and a key, and never `__proto__`. */
export function isEntityId(text: string): boolean {
  return text.length <= longestId && pattern.test(text)
}
