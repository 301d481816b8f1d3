import { escapeLine, escapeMarkdown } from '../exports/markdown/escape-markdown.ts'
import { escapeForTerminal } from '../text/escape-for-terminal.ts'
import { mendHalves } from '../text/half-characters.ts'

/** How a text for the editor is written, so that nothing of the data acts in it. */
export interface Manner {
  readonly kind: 'markdown' | 'plaintext'
  readonly text: (text: string) => string
  /** For where a line starts. */
  readonly line: (text: string) => string
  readonly code: (id: string) => string
  /** Of what is written in this manner already. */
  readonly bold: (written: string) => string
}

export const markdown: Manner = {
  kind: 'markdown',
  text: escapeMarkdown,
  line: escapeLine,
  // An id that is none is a text as any other.
  code: (id) => (/^[a-z0-9-]+$/.test(id) ? `\`${id}\`` : escapeMarkdown(id)),
  bold: (written) => `**${written}**`,
}

/** For an editor that shows every letter as it is. */
export const plainText: Manner = {
  kind: 'plaintext',
  text: asItIs,
  line: asItIs,
  code: asItIs,
  bold: (written) => written,
}

function asItIs(text: string): string {
  return escapeForTerminal(mendHalves(text).replace(/\s+/g, ' ').trim())
}
