const pattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

const longestId = 128

/** Kebab-case ASCII: safe as a file name, a URL part and a key, and never `__proto__`. */
export function isKebabName(text: string): boolean {
  return text.length <= longestId && pattern.test(text)
}

/** A name that an entity or a source may have, whatever reads the graph. */
export function isEntityId(text: string): boolean {
  return isKebabName(text) && text !== reservedId
}

/** Every plain object has it, and graph libraries keep neighbours in plain objects by id. */
export const reservedId = 'constructor'
