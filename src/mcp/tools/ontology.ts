import type { EntityTypeAttributes, RelationTypeAttributes } from '../../graph/knowledge-graph.ts'
import { counted } from '../../text/counted.ts'
import { moreAfter, toolOf } from '../tool.ts'

export const ontology = toolOf({
  name: 'ontology',
  title: 'Types and relations',
  description:
    'The words of this base: its types of entities with their ancestors, and its relations with their ends, inverses, kinds and sentences. Filters take these names.',
  kinds: { limit: 'number', offset: 'number' },
  required: [],
  limit: 150,
  gives: { name: 'string', entities: 'object', relations: 'object', counts: 'object' },
  answer: async ({ base, args: { offset = 0 }, limit, signal }) => {
    const { name, counts, ontology } = await base.ask((graph) => graph.getAttributes(), {
      ...(signal && { signal }),
    })
    const types = Object.entries(ontology.entities)
    const relations = Object.entries(ontology.relations)
    const shownTypes = types.slice(offset, offset + limit)
    const shownRelations = relations.slice(
      Math.max(0, offset - types.length),
      Math.max(0, offset + limit - types.length),
    )
    const size = [
      counted(counts.entities, 'entity', 'entities'),
      counted(counts.relations, 'relation'),
      counted(counts.sources, 'source'),
    ].join(', ')
    return {
      text: [
        `${name}: ${size}`,
        ...section('Types of entities', shownTypes.map(typeInWords)),
        ...section('Relations', shownRelations.map(relationInWords)),
      ].join('\n\n'),
      json: {
        ...{ version: 1, name, counts },
        entities: Object.fromEntries(shownTypes),
        relations: Object.fromEntries(shownRelations),
      },
      ...moreAfter(
        'ontology',
        offset + shownTypes.length + shownRelations.length,
        types.length + relations.length,
      ),
    }
  },
})

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')]
}

function typeInWords([id, type]: [string, EntityTypeAttributes]): string {
  const above = type.types.filter((other) => other !== id)
  const marks = [
    ...(above.length > 0 ? [`is ${above.join(', ')}`] : []),
    ...(type.abstract ? ['abstract'] : []),
    ...(type.dated ? ['dated'] : []),
    ...(type.transit ? [] : ['no way station of paths']),
  ]
  return `${id} (${type.label})${marks.length > 0 ? `: ${marks.join('; ')}` : ''}`
}

function relationInWords([id, type]: [string, RelationTypeAttributes]): string {
  const { from, to, inverse, symmetric, kind, says } = type
  const ends = `${from.join(' or ')} to ${to.join(' or ')}`
  const back = symmetric ? ', either way' : inverse === undefined ? '' : `, inverse ${inverse}`
  return `${id}: ${ends}${back}; ${kind}; "${says}"`
}
