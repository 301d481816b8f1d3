/** What the parser makes of a text before it is composed: a token that may hold others. */
interface Token {
  readonly offset: number
  /** The content of a document. */
  readonly value?: Token
  /** The content of a map or list. */
  readonly items?: readonly { readonly key?: Token | null; readonly value?: Token }[]
}

/**
 * The first token nested in more than `deepest` others. To parse takes no stack, but to compose recurses, and a
 * stack that ends within a regular expression ends the whole process.
 */
export function tooDeep(tokens: readonly Token[], deepest: number): Token | undefined {
  let level = tokens.flatMap(childrenOf)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return level[0]
    level = level.flatMap(childrenOf)
  }
  return undefined
}

function childrenOf({ value, items }: Token): Token[] {
  const inside = (items ?? []).flatMap((item) => [item.key, item.value])
  return [value, ...inside].filter((child) => child != null)
}
