import { plainName } from '../property-graph/guess-column.ts'
import type { Cell, Part, TablePlan } from './table-plan.ts'

/** A plan from the head of a table; nothing where no column names things or ends. */
export function guessPlan(head: readonly string[]): TablePlan | undefined {
  const names = head.map(plainName)
  const find = (meanings: readonly string[]) => {
    for (const meaning of meanings) if (names.includes(meaning)) return names.indexOf(meaning)
    return -1
  }
  const source = find(sources)
  const target = find(targets)
  const hasEnds = source >= 0 && target >= 0
  const meanings = hasEnds ? relationMeanings : entityMeanings
  const parts = new Map<Part, Cell>()
  for (const [part, words] of Object.entries(meanings) as [Part, string[]][]) {
    const column = find(words)
    if (column >= 0) parts.set(part, { column })
  }
  if (!hasEnds && !parts.has('id') && !parts.has('name')) return undefined
  const used = new Set(Array.from(parts.values(), (cell) => ('column' in cell ? cell.column : -1)))
  const values = head.flatMap((name, column) =>
    used.has(column) || name.trim() === '' ? [] : [[name.trim(), column] as const],
  )
  return { kind: hasEnds ? 'relations' : 'entities', parts, values }
}

const sources = ['source', 'sourceid', 'from', 'fromid', 'subject', 'startid', 'node1', 'entity1']
const targets = ['target', 'targetid', 'to', 'toid', 'object', 'endid', 'node2', 'entity2']

const entityMeanings: { readonly [part in Part]?: readonly string[] } = {
  id: ['id', 'nodeid', 'entityid', 'key', 'uid', 'identifier'],
  name: ['name', 'label', 'fullname', 'title'],
  aliases: ['aliases', 'alias', 'alsoknownas', 'aka', 'othernames', 'altlabel'],
  summary: ['summary'],
}

const relationMeanings: { readonly [part in Part]?: readonly string[] } = {
  source: sources,
  target: targets,
  id: ['id', 'edgeid', 'key'],
  role: ['role', 'as'],
  when: ['when', 'date', 'year'],
  start: ['start', 'startdate', 'since', 'begin', 'datefrom', 'validfrom'],
  end: ['end', 'enddate', 'until', 'finish', 'dateto', 'validuntil'],
  confidence: ['confidence'],
  'said-by': ['saidby'],
  inferred: ['inferred'],
  note: ['note', 'notes', 'comment', 'description'],
  cite: ['cite', 'citation', 'citations'],
  url: ['url', 'link', 'sourceurl', 'reference'],
}
