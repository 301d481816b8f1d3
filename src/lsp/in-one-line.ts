import { escapeForTerminal } from '../text/escape-for-terminal.ts'
import { mendHalves } from '../text/half-characters.ts'

/** A text of the data for a list in an editor: one line that shows what is hidden in it. */
export function inOneLine(text: string): string {
  return escapeForTerminal(mendHalves(text).replace(/\s+/g, ' ').trim())
}
