import { mixedScript } from '../../diagnostics/problems/names.ts'
import { isAscii } from '../../text/is-ascii.ts'
import type { EntityRule } from '../rule.ts'

/** Scripts whose letters look alike, so that one can hide in a word of another. */
const scripts = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
}

/** A word of a name is in one script; a Cyrillic letter in a Latin word makes a name that nobody finds. */
export const everyNameKeepsToOneScript: EntityRule = ({ name, aliases }, _, report) => {
  for (const { value, span } of [name, ...aliases]) {
    if (isAscii(value)) continue
    const word = value.split(/\P{L}+/u).find((part) => scriptsOf(part).length > 1)
    if (word !== undefined) report(mixedScript(span, word, scriptsOf(word)))
  }
}

function scriptsOf(word: string): string[] {
  return Object.entries(scripts)
    .filter(([, pattern]) => pattern.test(word))
    .map(([name]) => name)
}
