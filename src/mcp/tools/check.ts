import { placeDiagnostic } from '../../diagnostics/render/json.ts'
import { renderForTerminal } from '../../diagnostics/render/terminal.ts'
import { WrongQuestion } from '../../queries/wrong-question.ts'
import { counted } from '../../text/counted.ts'
import { moreAfter, toolOf } from '../tool.ts'

export const check = toolOf({
  name: 'check',
  title: 'What is wrong in the data',
  description:
    'What the checker says of the files now: errors and warnings with file, line, the line itself and a way out, in order of place. explain tells what a code means.',
  kinds: { limit: 'number', offset: 'number' },
  required: [],
  limit: 15,
  gives: { errors: 'integer', warnings: 'integer', diagnostics: 'array' },
  answer: async ({ base, args: { offset = 0 }, limit }) => {
    if (base.checked === undefined) {
      throw new WrongQuestion('This base is on a server, and only files are checked.')
    }
    const { diagnostics, textOf } = base.checked
    const count = (severity: string) => diagnostics.filter((d) => d.severity === severity).length
    const counts = { errors: count('error'), warnings: count('warning') }
    const shown = diagnostics.slice(offset, offset + limit)
    const verdict = `${counted(counts.errors, 'error')}, ${counted(counts.warnings, 'warning')}.`
    return {
      text: [verdict, ...shown.map((one) => renderForTerminal(one, textOf))].join('\n\n'),
      json: {
        ...{ version: 1, ...counts },
        diagnostics: shown.map((one) => placeDiagnostic(one, textOf)),
      },
      ...moreAfter('check', offset + shown.length, diagnostics.length),
    }
  },
})
