import { boundsOf } from '../../dates/bounds.ts'
import type { Edtf } from '../../dates/edtf.ts'
import { formatEdtf } from '../../dates/format-edtf.ts'
import { intersect } from '../../dates/holds.ts'
import { parseEdtf } from '../../dates/parse-edtf.ts'
import { groupBy } from '../../model/group-by.ts'
import { compareText } from '../../text/compare-text.ts'
import type { ImportedTie } from '../imported.ts'
import { type CleanClaim, type Cleaning, cleanClaim, notesOf } from './clean-claim.ts'
import { cleanName } from './clean-text.ts'

/** A tie whose ends are in the base, in the direction in which its relation runs. */
export interface PlacedTie {
  readonly tie: ImportedTie
  readonly relation: string
  readonly source: string
  readonly target: string
}

export interface CleanTie extends CleanClaim {
  readonly relation: string
  readonly source: string
  readonly target: string
  readonly role?: string
}

/**
 * The ties of one entity as they are written in its file, in order. Those that the base would join are joined here, and
 * told: equal in ends, date and role, where one without a role agrees with the only role there is.
 */
export function cleanTies(
  placed: readonly PlacedTie[],
  dates: ReadonlyMap<string, Edtf>,
  cleaning: Cleaning,
): CleanTie[] {
  const clean = placed.map((one) => cleanTie(one, dates, cleaning))
  const alike = groupBy(clean, ({ relation, source, target, when }) =>
    [relation, source, target, canonical(when)].join('\n'),
  )
  return [...alike.values()].flatMap((group) => joinedByRole(group, cleaning)).sort(inOrder)
}

function cleanTie(
  { tie, relation, source, target }: PlacedTie,
  dates: ReadonlyMap<string, Edtf>,
  cleaning: Cleaning,
): CleanTie {
  const { report } = cleaning
  const example = `${source}--${relation}--${target}`
  const role = cleanName(tie.role, report, example)
  const claim = cleanClaim(tie, cleaning, example)
  const named = { relation, source, target, ...(role !== undefined && { role }) }
  const events = [dates.get(source), dates.get(target)].filter((date) => date !== undefined)
  const own = claim.when === undefined ? undefined : dateOf(claim.when)
  const [event] = events
  if (own === undefined || event === undefined) return { ...claim, ...named }
  const { when, ...timeless } = claim
  if (formatEdtf(own) === formatEdtf(event)) return { ...timeless, ...named }
  if (events.some((date) => intersect([own, date]))) return { ...claim, ...named }
  report.note('dates-in-notes', example)
  const note = notesOf(claim.note, `date: ${when}`)
  return { ...timeless, ...named, ...(note !== undefined && { note }) }
}

function dateOf(text: string): Edtf | undefined {
  const parsed = parseEdtf(text)
  return parsed.ok ? parsed.date : undefined
}

function canonical(when: string | undefined): string {
  const date = when === undefined ? undefined : dateOf(when)
  return date ? formatEdtf(date) : ''
}

function joinedByRole(group: readonly CleanTie[], { report }: Cleaning): CleanTie[] {
  const roles = groupBy(group, ({ role }) => role ?? '')
  const unnamed = roles.get('')
  if (unnamed && roles.size === 2) {
    for (const [role, ties] of roles) if (role !== '') ties.push(...unnamed)
    roles.delete('')
  }
  return [...roles.values()].flatMap((ties) => {
    const [first, ...others] = ties
    if (first === undefined) return []
    report.note('joined-ties', `${first.source}--${first.relation}--${first.target}`, others.length)
    return [others.reduce(joined, first)]
  })
}

function joined(a: CleanTie, b: CleanTie): CleanTie {
  const { inferred: _a, note: _b, confidence: _c, ...first } = a
  const note = notesOf(a.note, b.note)
  const confidence = a.confidence ?? b.confidence
  return {
    ...first,
    citations: distinct([...a.citations, ...b.citations]),
    saidBy: [...new Set([...a.saidBy, ...b.saidBy])],
    rivals: distinct([...a.rivals, ...b.rivals]),
    ...(confidence !== undefined && { confidence }),
    // What one of them states needs no conclusion drawn from the other.
    ...(a.inferred !== undefined && b.inferred !== undefined && { inferred: a.inferred }),
    ...(note !== undefined && { note }),
  }
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

function inOrder(a: CleanTie, b: CleanTie): number {
  return (
    compareText(a.relation, b.relation) ||
    compareText(a.target, b.target) ||
    compareText(a.source, b.source) ||
    startOf(a) - startOf(b) ||
    compareText(a.when ?? '', b.when ?? '') ||
    compareText(a.role ?? '', b.role ?? '')
  )
}

/** Of what has no known start the place is behind all others, as in the graph. */
function startOf({ when }: CleanTie): number {
  const date = when === undefined ? undefined : dateOf(when)
  const start = date ? boundsOf(date).earliestStart : Number.MAX_VALUE
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, start))
}
