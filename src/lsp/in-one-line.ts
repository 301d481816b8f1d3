import { escapeForTerminal } from '../text/escape-for-terminal.ts'
import { mendHalves } from '../text/half-characters.ts'
import { inLine } from '../text/in-line.ts'

/** A text of the data for a list in an editor: one line that shows what is hidden in it. */
export function inOneLine(text: string): string {
  return escapeForTerminal(inLine(mendHalves(text)))
}
