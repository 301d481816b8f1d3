import { parseEdtf } from '../../dates/parse-edtf.ts'
import { confidences, type Scalar } from '../../model/claim.ts'
import { isNumberText } from '../base/number-text.ts'
import { citationOf } from '../citation-of.ts'
import { folderOf } from '../folder-of.ts'
import type { ImportReport } from '../import-report.ts'
import type {
  Imported,
  ImportedAttribute,
  ImportedCitation,
  ImportedClaim,
  ImportedRelation,
  ImportedRival,
  ImportedThing,
  ImportedTie,
  ImportedType,
} from '../imported.ts'
import { type KnownWords, readEvidenceText } from './evidence-text.ts'
import type { GexfColumns, GexfEdge, GexfFile, GexfNode } from './gexf-file.ts'

/** Whether a file began as what `dossier export gexf` wrote, even where Gephi has saved it again since. */
export function isOwnGexf({ columns }: GexfFile): boolean {
  return columns.node.has('kg_type') && columns.edge.has('kg_relation')
}

/** All that the format held; what it holds as text only is read where it leaves no doubt, and a note elsewhere. */
export function readOwnGexf(file: GexfFile, name: string, report: ImportReport): Imported {
  const { nodes, edges, columns, description } = file
  const known = { entities: new Set(nodes.map(({ id }) => id)) }
  const cited = edges.flatMap((edge) => citationsOf(edge).map(({ source = '' }) => source))
  const reading: Reading = {
    ...{ known, report, columns: columns.node, cited: new Set(cited) },
    numbers: numberLists(nodes, columns.node),
  }
  const things = nodes.map((node) => thingOf(node, reading))
  const ties = edges.flatMap((edge) => tiesOf(edge, reading))
  return {
    ...(description !== '' && { name: description }),
    ...{ things, ties, identity: [] },
    ...{ types: typesOf(nodes), relations: relationsOf(edges) },
    sources: new Map(
      [...reading.cited].map((id) => [
        id,
        { id, title: id, note: 'Only the id of this source came with the graph.' },
      ]),
    ),
    origin: {
      title: name,
      note: 'A graph that was imported from GEXF. A locator is the id of a node or an edge in it.',
    },
  }
}

interface Reading {
  readonly known: KnownWords
  readonly report: ImportReport
  readonly columns: GexfColumns
  /** Sources that claims cite. */
  readonly cited: Set<string>
  /** Columns of lists that hold nothing but numbers, which GEXF has as texts. */
  readonly numbers: ReadonlySet<string>
}

function numberLists(nodes: readonly GexfNode[], columns: GexfColumns): ReadonlySet<string> {
  const lists = [...columns].filter(([, { type }]) => type.startsWith('list'))
  const isNumeric = (column: string) => {
    const values = nodes.flatMap((node) => texts(node, column))
    return values.length > 0 && values.every(isNumberText)
  }
  return new Set(lists.map(([column]) => column).filter(isNumeric))
}

function text(item: GexfNode | GexfEdge, column: string): string | undefined {
  const value = item.values.get(column)?.[0]?.value
  return value === undefined ? undefined : String(value)
}

function texts(item: GexfNode | GexfEdge, column: string): string[] {
  return (item.values.get(column) ?? []).map(({ value }) => String(value))
}

function thingOf(node: GexfNode, reading: Reading): ImportedThing {
  const { id, label } = node
  const claims = texts(node, 'kg_claims')
  const rivals = texts(node, 'kg_rivals')
  const date = text(node, 'kg_when')
  const summary = text(node, 'kg_summary')
  const count = Number(text(node, 'kg_count'))
  const place = text(node, 'kg_place')
  return {
    ...{ key: id, id, type: text(node, 'kg_type') ?? 'thing', aliases: texts(node, 'kg_aliases') },
    ...(place !== undefined && { folder: folderOf(place) }),
    ...(label !== undefined && { name: label }),
    ...(summary !== undefined && { summary }),
    unnamed: text(node, 'kg_unnamed') === 'true',
    ...(count > 0 && { count }),
    ...(date !== undefined && {
      date: { value: date, ...claimOf('when', date, claims, rivals, id, reading) },
    }),
    attributes: attributesOf(node, claims, rivals, reading),
  }
}

function attributesOf(
  node: GexfNode,
  claims: string[],
  rivals: string[],
  reading: Reading,
): ImportedAttribute[] {
  return [...node.values]
    .filter(([column]) => column.startsWith('attr_'))
    .flatMap(([column, values]) => {
      const title = reading.columns.get(column)?.title ?? column
      const name = title.replace(/ \(attribute\)$/, '')
      return values.map(({ value: told }) => {
        const value = reading.numbers.has(column) ? Number(told) : told
        return { name, value, ...claimOf(name, value, claims, rivals, node.id, reading) }
      })
    })
}

/** The evidence of a value, which the export tells in words beside it: `status: dead (2012, lwj#p2)`. */
function claimOf(
  name: string,
  value: Scalar,
  claims: string[],
  rivals: string[],
  node: string,
  reading: Reading,
): ImportedClaim {
  const statement = `${name}: ${value}`
  const at = claims.findIndex((claim) => claim === statement || claim.startsWith(`${statement} (`))
  const words = at < 0 ? '' : (claims.splice(at, 1)[0] ?? '').slice(statement.length + 2, -1)
  const prefix = `${name}, rival: `
  const own = rivals.filter((rival) => rival.startsWith(prefix))
  const read = own.map((rival) => rivalOf(rival.slice(prefix.length), typeof value, reading))
  const isRead = read.every((rival) => rival !== undefined)
  const evidence = evidenceOf(words, node, reading)
  if (isRead) return { ...evidence, rivals: read }
  return { ...evidence, note: [evidence.note, ...own].filter(Boolean).join('\n') }
}

/** A claim that cites nothing is told by the graph itself. */
function evidenceOf(words: string, at: string, { known, cited }: Reading): ImportedClaim {
  const read = readEvidenceText(words, known)
  for (const { source } of read.citations) if (source !== undefined) cited.add(source)
  return read.citations.length > 0 ? read : { ...read, citations: [{ at }] }
}

/** `25 (bbc#p3, possible)`: another value, target or date, or a denial. */
function rivalOf(
  words: string,
  kind: string,
  { known, cited }: Reading,
): ImportedRival | undefined {
  const open = words.endsWith(')') ? words.indexOf(' (') : -1
  const said = open < 0 ? words : words.slice(0, open)
  const evidence = readEvidenceText(open < 0 ? '' : words.slice(open + 2, -1), known)
  const reading = readingOf(said, kind, known)
  if (reading === undefined || (reading.when && evidence.when)) return undefined
  for (const { source } of evidence.citations) if (source !== undefined) cited.add(source)
  return { ...evidence, ...reading }
}

function readingOf(
  said: string,
  kind: string,
  { entities }: KnownWords,
): Pick<ImportedRival, 'denied' | 'value' | 'target' | 'when'> | undefined {
  if (said === 'denied') return { denied: true }
  if (kind === 'number') return { value: Number(said) }
  if (kind !== 'target') return { value: said }
  if (entities.has(said)) return { target: said }
  return parseEdtf(said).ok ? { when: said } : undefined
}

/** An edge that stands for several stints becomes a tie for each date that it tells. */
function tiesOf(edge: GexfEdge, reading: Reading): ImportedTie[] {
  const { id = '', source, target, kind = '' } = edge
  const relation = text(edge, 'kg_relation') ?? kind
  const symmetric = text(edge, 'kg_symmetric') === 'true'
  const when = text(edge, 'kg_when')
  const role = text(edge, 'kg_role')
  const tie = { relation, source, target, symmetric, ...tieEvidence(edge, id, reading) }
  if (text(edge, 'kg_stints') === undefined) {
    const told = { ...(when !== undefined && { when }), ...(role !== undefined && { role }) }
    return [{ ...tie, ...told }]
  }
  reading.report.note('joined-stints', id)
  const dates = when?.split('; ') ?? []
  const note = [tie.note, role && `roles: ${role}`].filter(Boolean).join('\n')
  const joined = { ...tie, ...(note !== '' && { note }) }
  return dates.length === 0 ? [joined] : dates.map((date) => ({ ...joined, when: date }))
}

function tieEvidence(edge: GexfEdge, id: string, reading: Reading): ImportedClaim {
  const [confidence, inferred] = [text(edge, 'kg_confidence'), text(edge, 'kg_inferred')]
  const isOne = text(edge, 'kg_stints') === undefined
  const word = isOne ? confidences.find((one) => one === confidence) : undefined
  const rivals = texts(edge, 'kg_rivals').map((rival) => ({
    told: rival,
    read: rivalOf(rival.replace(/^rival: /, ''), 'target', reading),
  }))
  const unread = rivals.filter(({ read }) => read === undefined).map(({ told }) => told)
  if (unread.length > 0) reading.report.note('rivals-in-notes', id, unread.length)
  const uncertain =
    word === undefined && confidence !== undefined ? `confidence: ${confidence}` : ''
  const note = [text(edge, 'kg_note'), uncertain, ...unread].filter(Boolean).join('\n')
  return {
    citations: citationsOf(edge),
    saidBy: texts(edge, 'kg_said_by'),
    ...(word && { confidence: word }),
    ...(inferred !== undefined && { inferred }),
    ...(note !== '' && { note }),
    rivals: rivals.flatMap(({ read }) => read ?? []),
  }
}

/** Citations, each with the quote that another column has for it. */
function citationsOf(edge: GexfEdge): ImportedCitation[] {
  const quotes = texts(edge, 'kg_quotes')
  return texts(edge, 'kg_citations').map((cited) => {
    const at = quotes.findIndex((quote) => quote.startsWith(`${cited}: `))
    const quote = at < 0 ? undefined : quotes.splice(at, 1)[0]?.slice(cited.length + 2)
    return { ...citationOf(cited), ...(quote !== undefined && { quote }) }
  })
}

/** Types with those above them, and the colour that their nodes share. */
function typesOf(nodes: readonly GexfNode[]): ReadonlyMap<string, ImportedType> {
  const types = new Map<string, ImportedType>()
  for (const node of nodes) {
    const chain = texts(node, 'kg_types')
    for (const [at, type] of chain.entries()) {
      const parent = chain[at + 1]
      const colour = at === 0 ? node.colour : undefined
      const known = types.get(type)
      types.set(type, {
        ...(parent !== undefined && { parent }),
        ...(colour !== undefined && { colour }),
        ...known,
      })
    }
  }
  return types
}

function relationsOf(edges: readonly GexfEdge[]): ReadonlyMap<string, ImportedRelation> {
  const relations = new Map<string, ImportedRelation>()
  for (const edge of edges) {
    const [relation, kind] = [text(edge, 'kg_relation'), text(edge, 'kg_kind')]
    if (relation === undefined || relations.has(relation)) continue
    relations.set(relation, {
      ...(edge.label !== undefined && { label: edge.label }),
      ...(kind !== undefined && { kind }),
      symmetric: text(edge, 'kg_symmetric') === 'true',
    })
  }
  return relations
}
