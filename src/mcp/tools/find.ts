import type { Found } from '../../queries/search-entities.ts'
import { inLine } from '../../text/in-line.ts'
import { moreAfter, toolOf } from '../tool.ts'

export const find = toolOf({
  name: 'find',
  title: 'Find entities',
  description:
    'Entities by name, alias, id or summary, best first, whatever the spelling, accents or transliteration. Begin here when you do not know an id.',
  kinds: { text: 'text', limit: 'number', offset: 'number' },
  required: ['text'],
  limit: 20,
  gives: { found: 'array' },
  answer: async ({ base, args: { text, offset = 0 }, limit, signal }) => {
    const { found, truncated } = await base.find(text, mostCounted, signal)
    const shown = found.slice(offset, offset + limit)
    const { entities } = await base.ask((graph) => graph.getAttribute('ontology'))
    const lines = shown.map((one) => {
      const type = entities[one.type]?.label ?? one.type
      return `${one.id}: ${inLine(one.label)} (${inLine(type)})${foundBy(one.by)}`
    })
    const cut = 'Very many entities bear such words, and only some were ranked.'
    return {
      text: [
        lines.length > 0 ? lines.join('\n') : nothing(text, found.length),
        ...(truncated ? [cut] : []),
      ].join('\n\n'),
      json: { version: 1, found: shown },
      ...moreAfter('find', offset + shown.length, found.length),
    }
  },
})

function nothing(text: string, before: number): string {
  return before === 0
    ? `Nothing is found for "${text}".`
    : `No more is found for "${text}": there are ${before}.`
}

/** So many are told of as left out. */
const mostCounted = 10_000

/** Why an entity is found whose label does not tell it. */
function foundBy(by: Found['by']): string {
  if (by === undefined) return ''
  if (by.field === 'id') return ', by its id'
  return by.field === 'alias' ? `, also ${inLine(by.text)}` : `: ${inLine(by.text)}`
}
