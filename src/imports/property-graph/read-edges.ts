import { type Confidence, confidences, type Scalar } from '../../model/claim.ts'
import { edtfOf } from '../edtf-of.ts'
import type { ImportReport } from '../import-report.ts'
import type { ImportedTie } from '../imported.ts'
import { columnOf, isClass, isClassName, namesIn } from './guess-column.ts'
import type { Properties, PropertyEdge } from './property-graph.ts'
import { spellText, whenOf } from './read-nodes.ts'

/** What edges have no better word for. */
const anyTie = 'linked-to'

/** Ties of edges, with a guess which of their values name the relation, the role and the time. */
export function readEdges(
  edges: readonly PropertyEdge[],
  nodeKeys: ReadonlySet<string>,
  report: ImportReport,
): ImportedTie[] {
  const columns = edgeColumns(edges)
  return edges.flatMap((edge) => readEdge(edge, columns, nodeKeys, report))
}

interface EdgeColumns {
  readonly relation: string | undefined
  /** Whether labels say which relation it is. */
  readonly labelsAreRelations: boolean
  readonly role: string | undefined
  readonly confidence: string | undefined
  readonly when: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
}

function edgeColumns(edges: readonly PropertyEdge[]): EdgeColumns {
  const names = namesIn(edges)
  const classes = names.filter((name) => isClass(edges, name))
  const hasKinds = edges.some(({ kind }) => kind !== undefined)
  const relation = hasKinds
    ? undefined
    : columnOf(classes, [
        ...['relation', 'relationship', 'relationtype', 'predicate', 'kind', 'type', 'edgetype'],
        ...['category', 'label', 'name'],
      ])
  const labels = new Set(
    edges.flatMap(({ kind, label }) => (kind === undefined && label !== undefined ? [label] : [])),
  )
  const areClasses = labels.size <= 100 && [...labels].every(isClassName)
  return {
    relation,
    labelsAreRelations: relation === undefined && labels.size > 0 && areClasses,
    role: columnOf(names, ['role', 'as']),
    confidence: columnOf(names, ['confidence']),
    when: columnOf(names, ['when', 'date', 'year', 'time']),
    start: columnOf(names, ['start', 'startdate', 'since', 'begin', 'datefrom', 'validfrom']),
    end: columnOf(names, ['end', 'enddate', 'until', 'finish', 'dateto', 'validuntil']),
  }
}

function readEdge(
  edge: PropertyEdge,
  columns: EdgeColumns,
  nodeKeys: ReadonlySet<string>,
  report: ImportReport,
): ImportedTie[] {
  const { source, target, label, undirected } = edge
  const example = edge.key ?? `${source}--${target}`
  const rest = new Map(edge.properties)
  const { relation, isLabelled } = relationOf(edge, takeText(rest, columns.relation), columns)
  const role = takeText(rest, columns.role)
  const confidence = takeConfidence(rest, columns.confidence)
  const times = timesOf(edge, rest, columns, example, report)
  addTimed(edge, rest, times.length > 0)
  const note = noteOf(rest, isLabelled ? undefined : label)
  if (note !== undefined) report.note('values-in-notes', example, note.split('\n').length)
  const tie: ImportedTie = {
    ...{ relation, source, target, citations: [placeOf(edge, nodeKeys)] },
    ...(undirected && { symmetric: true }),
    ...(role !== undefined && { role }),
    ...(confidence !== undefined && { confidence }),
    ...(note !== undefined && { note }),
  }
  return times.length === 0 ? [tie] : times.map((when) => ({ ...tie, when }))
}

/** Values that it had at a time, and its own times where they are no dates, will be told in the note. */
function addTimed(
  { timed = [], spells }: PropertyEdge,
  rest: Map<string, readonly Scalar[]>,
  isDated: boolean,
): void {
  for (const { name, value, spell } of timed) {
    rest.set(name, [...(rest.get(name) ?? []), `${value} (${spellText(spell)})`])
  }
  if (!isDated && spells.length > 0) rest.set('time', spells.map(spellText))
}

/** What the edge says, and whether its label says no more. */
function relationOf(
  { kind, label }: PropertyEdge,
  named: string | undefined,
  { labelsAreRelations }: EdgeColumns,
): { readonly relation: string; readonly isLabelled: boolean } {
  const relation = kind ?? named ?? (labelsAreRelations ? label : undefined) ?? anyTie
  return { relation, isLabelled: label === undefined || label === relation }
}

/** Nodes and edges of one file may have the same keys. */
function placeOf({ at, key }: PropertyEdge, nodeKeys: ReadonlySet<string>): { at?: string } {
  const place = at ?? key
  if (place === undefined) return {}
  return { at: nodeKeys.has(place) ? `edge-${place}` : place }
}

/** Each spell is a stint of its own. */
function timesOf(
  { spells }: PropertyEdge,
  rest: Map<string, readonly Scalar[]>,
  { when, start, end }: EdgeColumns,
  example: string,
  report: ImportReport,
): string[] {
  const told = spells.flatMap((spell) => whenOf(spell, example, report) ?? [])
  if (told.length > 0) return [...new Set(told)]
  const own = takeDate(rest, when, example, report)
  if (own !== undefined) return [own]
  const [from, to] = [start, end].map((column) => takeDate(rest, column, example, report))
  const interval = whenOf(
    { ...(from !== undefined && { start: from }), ...(to !== undefined && { end: to }) },
    example,
    report,
  )
  return interval === undefined ? [] : [interval]
}

function takeText(rest: Map<string, readonly Scalar[]>, column: string | undefined) {
  const [value] = rest.get(column ?? '') ?? []
  const text = value === undefined ? '' : String(value).trim()
  if (text === '' || column === undefined) return undefined
  rest.delete(column)
  return text
}

function takeConfidence(
  rest: Map<string, readonly Scalar[]>,
  column: string | undefined,
): Confidence | undefined {
  const [value] = rest.get(column ?? '') ?? []
  const found = confidences.find((one) => one === String(value).trim().toLowerCase())
  if (found && column !== undefined) rest.delete(column)
  return found
}

/** Takes a value out that is a date; what is none stays, and will be told in the note. */
function takeDate(
  rest: Map<string, readonly Scalar[]>,
  column: string | undefined,
  example: string,
  report: ImportReport,
): string | undefined {
  const [value] = rest.get(column ?? '') ?? []
  const date = value === undefined ? undefined : edtfOf(String(value), report, example)
  if (date !== undefined && column !== undefined) rest.delete(column)
  return date
}

/** A relation has no attributes: what else is said of an edge is told in words. */
function noteOf(rest: Properties, label: string | undefined): string | undefined {
  const lines = label === undefined ? [] : [`label: ${label}`]
  for (const [name, values] of rest) {
    const text = values.map(String).filter(Boolean).join(', ')
    // An edge weighs one unless something else is said.
    const isUsual = name.toLowerCase() === 'weight' && Number(text) === 1
    if (text !== '' && !isUsual) lines.push(`${name}: ${text}`)
  }
  return lines.length === 0 ? undefined : lines.join('\n')
}
