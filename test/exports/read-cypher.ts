export type CypherToken = { readonly text: string } | { readonly word: string }

/**
 * The tokens of a script: texts with their escapes resolved and joined over `+`, and everything else as it stands.
 * Throws where a text or a name does not end.
 */
export function readCypher(script: string): CypherToken[] {
  const tokens: CypherToken[] = []
  let at = 0
  while (at < script.length) {
    token.lastIndex = at
    const match = token.exec(script)
    if (match === null) throw new Error(`No token at ${JSON.stringify(script.slice(at, at + 40))}`)
    at = token.lastIndex
    const [whole] = match
    if (whole.startsWith("'")) addText(tokens, unescaped(whole.slice(1, -1)))
    else if (!/^(\s|\/\/)/.test(whole)) tokens.push({ word: whole })
  }
  return tokens
}

const token = /\s+|\/\/[^\r\n]*|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`]|``)*`|[-\w.$]+|[^\s'"`\w]/y

function addText(tokens: CypherToken[], text: string): void {
  const [before, plus] = tokens.slice(-2)
  if (before && 'text' in before && plus && 'word' in plus && plus.word === '+') {
    tokens.splice(-2, 2, { text: before.text + text })
  } else tokens.push({ text })
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (_, code?: string, other = '') =>
    code === undefined ? (escapes[other] ?? other) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** What stays of a script when its texts are taken out: no text may change it. */
export function skeletonOf(script: string): string {
  return readCypher(script)
    .map((one) => ('text' in one ? "''" : one.word))
    .join(' ')
}
