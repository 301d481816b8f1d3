import { titleOf } from '../graph/entity-in-words.ts'
import { citationsInWords, closed, rivalInWords } from '../graph/evidence-in-words.ts'
import type {
  AttributeClaimAttributes,
  CitationAttributes,
  KnowledgeGraph,
  RivalAttributes,
} from '../graph/knowledge-graph.ts'
import { dated, sentenceOf, whenInWords } from '../graph/sentence.ts'
import { sourceInWords } from '../graph/source-in-words.ts'
import { counted } from '../text/counted.ts'
import { evidenceInWords } from './claim-in-words.ts'
import type { Change, Changes, FieldChange, GraphComparison } from './compare-graphs.ts'

/** What has changed, in the words of the graph. */
export interface ToldComparison {
  /** `2 entities added; 1 relation removed`. */
  readonly summary: string
  readonly sections: readonly { readonly title: string; readonly items: readonly ToldChange[] }[]
}

export interface ToldChange {
  readonly mark: ChangeMark
  /** The entity, the sentence of the relation, or the source. */
  readonly text: string
  /** What is known of it; of a change, what is gone and what has come. */
  readonly lines: readonly { readonly mark: '-' | '+' | ''; readonly text: string }[]
}

/** Added, removed, changed, under another id. */
export type ChangeMark = '+' | '-' | '~' | '>'

interface States {
  readonly before: KnowledgeGraph
  readonly after: KnowledgeGraph
}

export function describeComparison(states: States, comparison: GraphComparison): ToldComparison {
  const { entities, relations, sources } = comparison
  const sections = [
    {
      title: 'Entities',
      items: [...renames(states, comparison), ...told(states, entities, entity)],
    },
    { title: 'Relations', items: told(states, relations, relation) },
    { title: 'Sources', items: told(states, sources, source) },
  ]
  return {
    summary: summaryOf(comparison),
    sections: sections.filter(({ items }) => items.length > 0),
  }
}

function summaryOf({ entities, relations, sources, renamed }: GraphComparison): string {
  const parts = (['added', 'removed', 'changed'] as const).flatMap((what) => {
    const numbers = [
      [entities[what].length, 'entity', 'entities'],
      [relations[what].length, 'relation', 'relations'],
      [sources[what].length, 'source', 'sources'],
    ] as const
    const some = numbers.flatMap(([count, one, many]) =>
      count === 0 ? [] : [counted(count, one, many)],
    )
    return some.length === 0 ? [] : [`${some.join(', ')} ${what}`]
  })
  if (renamed.length > 0) parts.push(`${counted(renamed.length, 'id')} renamed`)
  return parts.length === 0 ? 'nothing in the graph has changed' : parts.join('; ')
}

/** How a thing is told: in a line, with what is known of it, and from which graph. */
type Tell = (graph: KnowledgeGraph, key: string) => { text: string; known: readonly string[] }

function told(states: States, changes: Changes, tell: Tell): ToldChange[] {
  const whole = (graph: KnowledgeGraph, mark: ChangeMark) => (key: string) => {
    const { text, known } = tell(graph, key)
    return { mark, text, lines: known.map((line) => ({ mark: '' as const, text: line })) }
  }
  return [
    ...changes.added.map(whole(states.after, '+')),
    ...changes.removed.map(whole(states.before, '-')),
    ...changes.changed.map((change) => ({
      mark: '~' as const,
      text: tell(states.after, change.after).text,
      lines: linesOf(states, change),
    })),
  ]
}

const entity: Tell = (graph, id) => {
  const { summary, file, line } = graph.getNodeAttributes(id)
  const place = `${id}, ${file}:${line}`
  return { text: titleOf(graph, id), known: summary ? [closed(summary), place] : [place] }
}

const relation: Tell = (graph, key) => {
  const claim = graph.getEdgeAttributes(key)
  const text = `${dated(sentenceOf(graph, key), claim.when)}.`
  return { text, known: [...evidenceInWords(graph, claim), `${claim.file}:${claim.line}`] }
}

const source: Tell = (graph, id) => ({
  text: `${id}: ${sourceInWords(graph, id)}`,
  known: [],
})

function renames({ after }: States, { renamed }: GraphComparison): ToldChange[] {
  return renamed.map((pair) => ({
    mark: '>' as const,
    text: `${titleOf(after, pair.after)}: ${pair.before} is ${pair.after} now`,
    lines: [],
  }))
}

/** Of each field what it said and says no more, and what it says now. */
function linesOf({ before, after }: States, { fields }: Change): ToldChange['lines'] {
  return fields.flatMap((field) => {
    const gone = inWords(before, field, field.before)
    const come = inWords(after, field, field.after)
    return [
      ...gone.filter((text) => !come.includes(text)).map((text) => ({ mark: '-' as const, text })),
      ...come.filter((text) => !gone.includes(text)).map((text) => ({ mark: '+' as const, text })),
    ]
  })
}

/** What a field says, a line for each thing that it lists. */
function inWords(graph: KnowledgeGraph, { field }: FieldChange, value: unknown): string[] {
  if (value === undefined || value === false) return []
  const known = Object.hasOwn(wording, field) ? wording[field] : undefined
  if (known) return known(graph, value as never)
  if (field.startsWith('attributes.')) return claimsInWords(graph, field.slice(11), value)
  return [`${field}: ${value}`]
}

const wording: Readonly<Record<string, (graph: KnowledgeGraph, value: never) => string[]>> = {
  label: (_, name: string) => [`name: ${name}`],
  type: (graph, type: string) => [
    `type: ${graph.getAttribute('ontology').entities[type]?.label ?? type}`,
  ],
  aliases: (_, names: readonly string[]) => names.map((name) => `also called ${name}`),
  unnamed: () => ['the sources withhold the name'],
  count: (_, count: number) => [`${count} of them`],
  role: (_, role: string) => [`as ${role}`],
  when: (_, when: string) => [`${whenInWords(when)} (${when})`],
  citations: (_, citations: readonly CitationAttributes[]) =>
    citations.map((citation) => `[${citationsInWords([citation])}]`),
  saidBy: (graph, ids: readonly string[]) =>
    ids.map((id) => `${graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id} says so`),
  summary: (_, summary: string) => [closed(summary)],
  note: (_, note: string) => [`note: ${closed(note)}`],
  inferred: (_, why: string) => [`the curator concludes this: ${closed(why)}`],
  rivals: (graph, rivals: readonly RivalAttributes[]) =>
    rivals.map((rival) => `rival: ${rivalInWords(graph, rival)}`),
}

function claimsInWords(graph: KnowledgeGraph, name: string, values: unknown): string[] {
  return (values as readonly AttributeClaimAttributes[]).map((claim) => {
    const value = name === 'when' ? whenInWords(String(claim.value)) : claim.value
    const told = dated(`${name.replaceAll('-', ' ')}: ${value}`, claim.when)
    return [told, ...evidenceInWords(graph, claim)].join(' ')
  })
}
