import { escapeMarkdown } from '../exports/markdown/escape-markdown.ts'
import type { ChangeMark, ToldChange, ToldComparison } from '../queries/describe-comparison.ts'
import { indented } from '../text/indented.ts'

/** For a terminal. Ends without a newline. */
export function comparisonAsText(title: string, { summary, sections }: ToldComparison): string {
  const told = sections.map(({ title, items }) => `${title}\n\n${items.map(asText).join('\n')}`)
  return [`${title}: ${summary}.`, ...told].join('\n\n')
}

function asText({ mark, text, lines }: ToldChange): string {
  const known = lines.map((line) => `${line.mark === '' ? '' : `${line.mark} `}${line.text}`)
  return indented([`${mark} ${text}`, ...known.map((line) => `    ${line}`)].join('\n'))
}

/** For a report or a comment on a change. Ends without a newline. */
export function comparisonAsMarkdown(title: string, { summary, sections }: ToldComparison): string {
  const told = sections.map(({ title, items }) => `## ${title}\n\n${items.map(asItem).join('\n')}`)
  return [`# ${escapeMarkdown(title)}`, `${escapeMarkdown(summary)}.`, ...told].join('\n\n')
}

const words: Readonly<Record<ChangeMark, string>> = {
  '+': 'Added',
  '-': 'Removed',
  '~': 'Changed',
  '>': 'Renamed',
}

function asItem({ mark, text, lines }: ToldChange): string {
  const known = lines.map(({ mark, text }) => {
    const told = escapeMarkdown(text)
    if (mark === '') return `  - ${told}`
    return `  - ${mark === '-' ? `no longer: ${told}` : `now: ${told}`}`
  })
  return [`- **${words[mark]}:** ${escapeMarkdown(text)}`, ...known].join('\n')
}
