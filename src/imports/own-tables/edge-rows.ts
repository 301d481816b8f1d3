import { groupBy } from '../../model/group-by.ts'
import type { ImportedTie } from '../imported.ts'
import type { NamedTie } from '../named-ends.ts'
import type { OwnTie } from './claim-rows.ts'
import { addedTexts, evidenceIn, noteOf, type OwnReading } from './evidence-cells.ts'
import { itemsIn, type OwnRow, textIn } from './own-table.ts'

/**
 * The ties of the table of claims, and those of rows that the table of edges has besides. Where it says otherwise of a
 * claim, the claim holds and the difference is told; either table may be missing.
 */
export function readTies(
  edges: readonly OwnRow[] | undefined,
  claims: readonly OwnTie[],
  areClaimsTold: boolean,
  reading: OwnReading,
): NamedTie[] {
  const { report } = reading
  const rows = groupBy(edges ?? [], (row) => textIn(row, 'claim') ?? '')
  const keys = new Set<string>()
  const told = claims.map((claim) => {
    const isRepeated = claim.key !== undefined && edges !== undefined && !keys.has(claim.key)
    const row = isRepeated ? takeRow(claim, rows) : undefined
    const difference = row ? differenceOf(row, claim) : `${claim.row.at}: claim`
    if (isRepeated && difference) report.note('differing-tables', difference)
    if (claim.key !== undefined) keys.add(claim.key)
    return { tie: claimedTie(claim, row, reading), at: claim.row.at }
  })
  const added = [...rows].flatMap(([key, others]) => {
    const isGone = areClaimsTold && key !== '' && !keys.has(key)
    if (isGone) report.note('differing-tables', `${others[0]?.at}: claim`, others.length)
    return others.flatMap((row) => addedTie(row, reading) ?? [])
  })
  return [...told, ...added]
}

/** Takes out the row that repeats a claim. Who copies a row and changes it has copied its key, too. */
function takeRow(claim: OwnTie, rows: ReadonlyMap<string, OwnRow[]>): OwnRow | undefined {
  const own = rows.get(claim.key ?? '') ?? []
  const alike = own.filter((row) => hasEnds(row, claim))
  const taken = alike.find((row) => differenceOf(row, claim) === undefined) ?? alike[0]
  if (taken) own.splice(own.indexOf(taken), 1)
  return taken
}

function hasEnds(row: OwnRow, { subject, predicate, object }: OwnTie): boolean {
  return (
    textIn(row, 'source') === subject &&
    textIn(row, 'relation') === predicate &&
    textIn(row, 'target') === object
  )
}

const compared = ['role', 'when', 'confidence', 'citations', 'said_by', 'inferred', 'note']

function differenceOf(row: OwnRow, { row: told }: OwnTie): string | undefined {
  const column = compared.find(
    (one) =>
      row.columns.has(one) && told.columns.has(one) && textIn(row, one) !== textIn(told, one),
  )
  return column === undefined ? undefined : `${row.at}: ${column}`
}

function claimedTie(
  { row, subject, predicate, object, evidence, rivals }: OwnTie,
  edge: OwnRow | undefined,
  { report }: OwnReading,
): ImportedTie {
  const role = textIn(row, 'role')
  const more = edge === undefined ? [] : addedTexts(edge, 'edges')
  report.note('values-in-notes', edge?.at ?? row.at, more.length)
  const note = noteOf(evidence.note, more)
  return {
    ...{ relation: predicate, source: subject, target: object, ...evidence, rivals },
    ...(role !== undefined && { role }),
    ...(note !== undefined && { note }),
  }
}

/** A tie that only the table of edges tells of; its rivals stand there in words. */
function addedTie(row: OwnRow, reading: OwnReading): NamedTie | undefined {
  const [source, target] = [textIn(row, 'source'), textIn(row, 'target')]
  const relation = textIn(row, 'relation')
  if (source === undefined || target === undefined || relation === undefined) {
    reading.report.note('left-out-rows', row.at)
    return undefined
  }
  const rivals = itemsIn(row, 'rivals')
  reading.report.note('rivals-in-notes', row.at, rivals.length)
  const evidence = evidenceIn(row, 'edges', reading)
  const role = textIn(row, 'role')
  const note = noteOf(evidence.note, rivals)
  const tie = {
    ...{ relation, source, target, ...evidence },
    ...(role !== undefined && { role }),
    ...(note !== undefined && { note }),
  }
  return { tie, at: row.at }
}
