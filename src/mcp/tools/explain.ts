import { codes } from '../../diagnostics/codes.ts'
import { codesByFamily } from '../../diagnostics/codes-by-family.ts'
import { explanations } from '../../diagnostics/explanations.ts'
import { knownName } from '../../queries/read-filter.ts'
import { type Answer, toolOf } from '../tool.ts'

export const explain = toolOf({
  name: 'explain',
  title: 'What a diagnostic means',
  description: 'What a code of the checker means and how to mend it; without a code, all of them.',
  kinds: { code: 'text' },
  required: [],
  limit: 1,
  gives: {},
  answer: async ({ args: { code } }): Promise<Answer> => {
    if (code === undefined) {
      return { text: codesByFamily(), json: { version: 1, codes: explanations } }
    }
    const known = knownName(code, codes, 'code')
    const explanation = explanations[known as keyof typeof explanations]
    const { family, meaning, mend } = explanation
    return {
      text: `${code} (${family})\n\n${meaning}\n\n${mend}`,
      json: { version: 1, code, ...explanation },
    }
  },
})
