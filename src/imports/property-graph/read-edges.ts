import { type Confidence, confidences, type Scalar } from '../../model/claim.ts'
import { isEntityId } from '../../text/entity-id.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { edtfOf, intervalOf } from '../edtf-of.ts'
import { given } from '../given.ts'
import { longestPlace } from '../import-limits.ts'
import { type ImportReport, openReport } from '../import-report.ts'
import type { ImportedCitation, ImportedSource, ImportedTie } from '../imported.ts'
import type { NamedTie } from '../named-ends.ts'
import { columnOf, columnsByTable, isClass, isClassName, namesIn } from './guess-column.ts'
import type { Properties, PropertyEdge } from './property-graph.ts'
import { spellText, whenOf } from './read-nodes.ts'

/** What edges have no better word for. */
const anyTie = 'linked-to'

interface ReadEdges {
  readonly ties: readonly NamedTie[]
  /** What edges cite beside the file. */
  readonly sources: ReadonlyMap<string, ImportedSource>
}

/** Ties of edges, with a guess which of their values name the relation, the role, the time and the evidence. */
export function readEdges(
  edges: readonly PropertyEdge[],
  nodeKeys: ReadonlySet<string>,
  report: ImportReport,
): ReadEdges {
  const columnsOf = columnsByTable(edges, edgeColumns)
  const sources = new Map<string, ImportedSource>()
  const ties = edges.flatMap((edge) => {
    const { sourceType, targetType } = edge
    const types = { ...given('sourceType', sourceType), ...given('targetType', targetType) }
    const at = exampleOf(edge)
    const read = readEdge(edge, columnsOf(edge), nodeKeys, sources, report)
    return read.map((tie) => ({ tie, at, ...types }))
  })
  return { ties, sources }
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
  readonly inferred: string | undefined
  readonly note: string | undefined
  readonly saidBy: string | undefined
  readonly cite: string | undefined
  readonly url: string | undefined
  /** What only tells apart edges of the same two nodes, counted from 0 by networkx. */
  readonly counter: string | undefined
}

function edgeColumns(edges: readonly PropertyEdge[]): EdgeColumns {
  const names = namesIn(edges)
  const classes = names.filter((name) => isClass(edges, name))
  const hasKinds = edges.some(({ kind }) => kind !== undefined)
  const relation = hasKinds
    ? undefined
    : columnOf(classes, [
        ...['relation', 'relationship', 'relationtype', 'predicate', 'kind', 'type', 'edgetype'],
        ...['rel', 'category', 'label', 'name', 'key', 'networkxkey'],
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
    inferred: columnOf(names, ['inferred']),
    note: columnOf(names, ['note', 'notes', 'comment']),
    saidBy: columnOf(names, ['saidby']),
    cite: columnOf(names, ['cite', 'citation', 'citations']),
    counter: columnOf(
      names.filter((name) => isCounter(edges, name)),
      ['networkxkey'],
    ),
    url: columnOf(names, ['url', 'link', 'sourceurl', 'reference']),
    end: columnOf(names, ['end', 'enddate', 'until', 'finish', 'dateto', 'validuntil']),
  }
}

function isCounter(edges: readonly PropertyEdge[], name: string): boolean {
  return edges.every(({ properties }) =>
    (properties.get(name) ?? []).every((value) => Number.isInteger(value)),
  )
}

function readEdge(
  edge: PropertyEdge,
  columns: EdgeColumns,
  nodeKeys: ReadonlySet<string>,
  sources: Map<string, ImportedSource>,
  report: ImportReport,
): ImportedTie[] {
  const { source, target, label, undirected } = edge
  const example = exampleOf(edge)
  const rest = new Map(edge.properties)
  if (columns.counter !== undefined) rest.delete(columns.counter)
  const { relation, isLabelled } = relationOf(edge, takeText(rest, columns.relation), columns)
  const role = takeText(rest, columns.role)
  const confidence = takeConfidence(rest, columns.confidence)
  const times = timesOf(edge, rest, columns, example, report)
  addTimed(edge, rest, example, report)
  const inferred = takeText(rest, columns.inferred)
  const own = takeText(rest, columns.note)
  const saidBy = takeSpeakers(rest, columns.saidBy, nodeKeys)
  const cited = takeCitations(rest, columns, sources)
  const more = noteOf(rest, isLabelled ? undefined : label)
  if (more !== undefined) report.note('values-in-notes', example, more.split('\n').length)
  const note = [own, more].filter((part) => part !== undefined).join('\n')
  const tie: ImportedTie = {
    ...{ relation, source, target, citations: [...cited, placeOf(edge, relation, nodeKeys)] },
    ...(undirected && { symmetric: true }),
    ...(role !== undefined && { role }),
    ...(confidence !== undefined && { confidence }),
    ...{ saidBy, ...(inferred !== undefined && { inferred }) },
    ...(note !== '' && { note }),
  }
  return times.length === 0 ? [tie] : times.map((when) => ({ ...tie, when }))
}

function exampleOf({ row, key, source, target }: PropertyEdge): string {
  const named = key === undefined || /^\d+$/.test(key) ? `${source}--${target}` : key
  return row ?? named
}

/** Values that it had at a time, and those of its own times that are no dates, will be told in the note. */
function addTimed(
  { timed = [], spells }: PropertyEdge,
  rest: Map<string, readonly Scalar[]>,
  example: string,
  report: ImportReport,
): void {
  for (const { name, value, spell } of timed) {
    rest.set(name, [...(rest.get(name) ?? []), `${value} (${spellText(spell)})`])
  }
  const unread = spells.filter((spell) => whenOf(spell, example, openReport()) === undefined)
  report.note('dates-in-notes', example, unread.length)
  if (unread.length > 0) rest.set('time', [...(rest.get('time') ?? []), ...unread.map(spellText)])
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

/**
 * The key of an edge, or its ends where it has none or a bare number, which most programs count anew for each file.
 * Nodes and edges of one file may have the same keys.
 */
function placeOf(
  { key, row, source, target }: PropertyEdge,
  relation: string,
  nodeKeys: ReadonlySet<string>,
): { at?: string } {
  const isKey = key !== undefined && !/^[0-9]+$/.test(key)
  const place = isKey ? key : `${source}--${relation}--${target}`
  if (place.length > longestPlace) return given('at', row)
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
  const own = dateIn(rest, when, example, report)
  if (own !== undefined) return take(rest, [when], own)
  const [from, to] = [start, end].map((column) => dateIn(rest, column, example, report))
  // What makes no period, such as one that ends before it begins or begins in a season, stays for the note.
  const interval = intervalOf(from, to)
  const read = [from && start, to && end]
  return interval === undefined ? [] : take(rest, read, interval)
}

/** What has been read out of some columns is not told in the note as well. */
function take(
  rest: Map<string, readonly Scalar[]>,
  columns: readonly (string | undefined)[],
  when: string,
): string[] {
  for (const column of columns) if (column !== undefined) rest.delete(column)
  return [when]
}

function takeText(rest: Map<string, readonly Scalar[]>, column: string | undefined) {
  const [value, ...others] = rest.get(column ?? '') ?? []
  const text = value === undefined ? '' : String(value).trim()
  if (text === '' || column === undefined) return undefined
  if (others.length > 0) rest.set(column, others)
  else rest.delete(column)
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

/** Ids of nodes, parted as in other lists; where one of them is none, all of it is told in the note. */
function takeSpeakers(
  rest: Map<string, readonly Scalar[]>,
  column: string | undefined,
  nodeKeys: ReadonlySet<string>,
): string[] {
  const keys = itemsIn(rest, column)
  if (column === undefined || !keys.every((key) => nodeKeys.has(key))) return []
  rest.delete(column)
  return keys
}

/** Citations as curators write them, and the addresses of what was read: each is a source of its own. */
function takeCitations(
  rest: Map<string, readonly Scalar[]>,
  { cite, url }: EdgeColumns,
  sources: Map<string, ImportedSource>,
): ImportedCitation[] {
  const cited = itemsIn(rest, cite).map((item) => item.split('#'))
  const addresses = itemsIn(rest, url)
  const areCitations = cited.every(([id = '', , more]) => isEntityId(id) && more === undefined)
  const areAddresses = addresses.every(isWebAddress)
  if (areCitations && cite !== undefined) rest.delete(cite)
  if (areAddresses && url !== undefined) rest.delete(url)
  const citations = areCitations ? cited : []
  for (const [id = ''] of citations) sources.set(id, { id, title: id })
  for (const address of areAddresses ? addresses : []) {
    sources.set(address, { title: address, url: address })
  }
  return [
    ...citations.map(([source = '', at]) => ({ source, ...(at !== undefined && { at }) })),
    ...(areAddresses ? addresses.map((source) => ({ source })) : []),
  ]
}

function itemsIn(rest: Properties, column: string | undefined): string[] {
  const values = rest.get(column ?? '') ?? []
  return values.flatMap((value) => String(value).split(/\s*[;|\n]\s*/)).filter(Boolean)
}

/** Takes a value out that is a date; what is none stays, and will be told in the note. */
function dateIn(
  rest: Properties,
  column: string | undefined,
  example: string,
  report: ImportReport,
): string | undefined {
  const [value] = rest.get(column ?? '') ?? []
  return value === undefined ? undefined : edtfOf(String(value), report, example)
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
