import type { EdgeAttributes } from '../graph/knowledge-graph.ts'
import { citationText, placeText, rivalText } from './claim-text.ts'
import type { Column } from './columns.ts'

/** The claims behind one edge, earliest first: several where a format joins stints. */
export type Stints = readonly [EdgeAttributes, ...EdgeAttributes[]]

/** An edge speaks for one stint or for several; what they say differently stands side by side. */
export const edgeColumns: readonly Column<Stints>[] = [
  { id: 'kg_relation', title: 'Relation', type: 'string', value: (stints) => stints[0].relation },
  { id: 'kg_kind', title: 'Kind', type: 'string', value: (stints) => stints[0].kind },
  {
    id: 'kg_symmetric',
    title: 'Symmetric',
    type: 'boolean',
    value: (stints) => stints[0].symmetric,
  },
  { id: 'kg_stints', title: 'Stints', type: 'integer', value: stintCount },
  { id: 'kg_role', title: 'Role', type: 'string', value: joined(({ role }) => role) },
  { id: 'kg_when', title: 'When', type: 'string', value: joined(({ when }) => when) },
  {
    id: 'kg_confidence',
    title: 'Confidence',
    type: 'string',
    value: joined(({ confidence }) => confidence),
  },
  {
    id: 'kg_citations',
    title: 'Citations',
    type: 'liststring',
    value: listed(({ citations }) => citations.map(citationText)),
  },
  { id: 'kg_quotes', title: 'Quotes', type: 'liststring', value: listed(quoteTexts) },
  { id: 'kg_said_by', title: 'Said by', type: 'liststring', value: listed(({ saidBy }) => saidBy) },
  {
    id: 'kg_inferred',
    title: 'Inferred',
    type: 'string',
    value: joined(({ inferred }) => inferred),
  },
  { id: 'kg_note', title: 'Note', type: 'string', value: joined(({ note }) => note) },
  {
    id: 'kg_rivals',
    title: 'Rivals',
    type: 'liststring',
    value: listed(({ rivals }) => rivals.map(rivalText)),
  },
  { id: 'kg_place', title: 'Place', type: 'string', value: joined(placeText) },
]

function joined(read: (stint: EdgeAttributes) => string | undefined) {
  return (stints: Stints): string | undefined => {
    if (stints.length === 1) return read(stints[0])
    const texts = stints.map(read).filter((text) => text !== undefined)
    return texts.length === 0 ? undefined : [...new Set(texts)].join('; ')
  }
}

function listed(read: (stint: EdgeAttributes) => readonly string[]) {
  return (stints: Stints): readonly string[] =>
    stints.length === 1 ? read(stints[0]) : [...new Set(stints.flatMap(read))]
}

function quoteTexts({ citations }: EdgeAttributes): string[] {
  const texts: string[] = []
  for (const citation of citations) {
    if (citation.quote !== undefined) texts.push(`${citationText(citation)}: ${citation.quote}`)
  }
  return texts
}

/** Said only where an edge stands for several. */
function stintCount({ length }: Stints): number | undefined {
  return length === 1 ? undefined : length
}
