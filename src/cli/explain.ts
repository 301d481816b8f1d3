import { codes } from '../diagnostics/codes.ts'
import { codesByFamily } from '../diagnostics/codes-by-family.ts'
import { type Explanation, explanations } from '../diagnostics/explanations.ts'
import { nearest } from '../text/nearest.ts'
import { print, printJson } from './output.ts'
import { WrongUse } from './wrong-use.ts'

interface Options {
  readonly json?: boolean
}

export async function explain([word]: readonly string[], options: Options): Promise<void> {
  const table: Readonly<Record<string, Explanation>> = explanations
  if (word === undefined) {
    if (options.json) return printJson({ version: 1, codes: table })
    return print(codesByFamily())
  }
  const explanation = Object.hasOwn(table, word) ? table[word] : undefined
  if (explanation === undefined) {
    const meant = nearest(word, codes)
    const hint = meant ? `Did you mean "${meant}"?` : '"dossier explain" lists them all.'
    throw new WrongUse(`There is no code "${word}". ${hint}`)
  }
  if (options.json) printJson({ version: 1, code: word, ...explanation })
  else print(`${word} (${explanation.family})\n\n${explanation.meaning}\n\n${explanation.mend}`)
}
