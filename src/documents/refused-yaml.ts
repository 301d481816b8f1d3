import { tokensOf } from './yaml-tokens.ts'

/** The parts of YAML that Dossier leaves out, because they hide, repeat or execute. */
type RefusedYaml =
  | 'anchor'
  | 'alias'
  | 'tag'
  | 'directive'
  | 'several-documents'
  | 'explicit-key'
  | 'merge-key'
  | 'star-item'

export interface Refusal {
  readonly what: RefusedYaml
  readonly start: number
  readonly end: number
}

const kinds: Readonly<Record<string, RefusedYaml>> = {
  anchor: 'anchor',
  alias: 'alias',
  tag: 'tag',
  'directive-line': 'directive',
  'explicit-key-ind': 'explicit-key',
}

/** Only a text with one of these can hold anything refused; most files have none and are not lexed twice. */
const suspicious = /^%|(?:^|[\s[{,:?-])[&*!?](?=\S|$|\s)|<</m

const mostReported = 5

/** What a text uses that the strict subset refuses, found by the lexer, before anything is composed. */
export function refusedYaml(text: string): Refusal[] {
  if (!suspicious.test(text)) return []
  const found: Refusal[] = []
  for (const { token, type, start } of tokensOf(text)) {
    const what = token === '<<' ? 'merge-key' : token === '*' ? 'star-item' : kinds[type]
    if (what) found.push({ what, start, end: start + token.trimEnd().length })
    if (found.length >= mostReported) break
  }
  return found
}
