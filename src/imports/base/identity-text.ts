import { printLayout } from '../../edits/format-print.ts'
import type { ImportedDecision } from '../imported.ts'
import { citePart } from './claim-parts.ts'
import { type Cleaning, cleanCitations } from './clean-claim.ts'
import { cleanText } from './clean-text.ts'
import { briefList, idPart, listPart, mapPart, type Part, textPart } from './layout-parts.ts'

/** The file `identity.yaml`, formatted; nothing where no decision is left. */
export function identityText(
  decisions: readonly ImportedDecision[],
  cleaning: Cleaning,
): string | undefined {
  const parts = new Map<string, Part[]>()
  for (const decision of decisions) {
    const part = decisionPart(decision, cleaning)
    if (part) parts.set(decision.verdict, [...(parts.get(decision.verdict) ?? []), part])
    else if (!isSettled(decision, cleaning)) {
      cleaning.report.note('left-out-decisions', decision.entities[0] ?? decision.verdict)
    }
  }
  if (parts.size === 0) return undefined
  return printLayout(
    mapPart(
      (['undecided', 'same', 'different'] as const).map((verdict) => {
        const written = parts.get(verdict)
        return [verdict, written && listPart(written)] as const
      }),
    ),
  )
}

/** One of them was merged into the other, or stays away, which is told elsewhere. */
function isSettled({ entities }: ImportedDecision, { things, away }: Cleaning): boolean {
  const [first, ...others] = entities.map((key) => things.get(key))
  const areOne = first !== undefined && others.length > 0 && others.every((id) => id === first)
  return areOne || entities.some((key) => away.has(key))
}

function decisionPart(decision: ImportedDecision, cleaning: Cleaning): Part | undefined {
  const { things, away, report } = cleaning
  const ids = decision.entities.flatMap((key) => things.get(key) ?? [])
  for (const key of decision.entities) {
    if (away.has(key)) report.note('left-out-mentions', key)
    else if (!things.has(key)) report.note('narrowed-decisions', key)
  }
  const reason = cleanText(decision.reason, report, ids[0] ?? decision.verdict)
  if (new Set(ids).size < 2 || ids[1] === ids[0] || reason === undefined) return undefined
  const citations = cleanCitations(decision.citations, cleaning, ids[0] ?? '')
  return mapPart([
    ['entities', briefList(ids.map(idPart))],
    ['reason', textPart(reason)],
    ['cite', citePart(citations)],
  ])
}
