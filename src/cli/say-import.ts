import type { Remark } from '../imports/import-report.ts'
import { counted, indented, say } from './output.ts'
import type { ImportPlan, LeftFile } from './plan-import.ts'
import { incoming } from './write-import.ts'

export interface ImportOutcome {
  readonly format: string
  readonly from: readonly string[]
  /** As the user would type it. */
  readonly folder: string
  readonly isFirst: boolean
  readonly isDry: boolean
  readonly entities: number
  readonly plan: ImportPlan
  readonly remarks: readonly Remark[]
}

/** What was done, what was left alone and what could not be carried, in short. */
export function sayOutcome(outcome: ImportOutcome): void {
  const { isFirst, isDry, entities, folder, plan, remarks } = outcome
  const { added, changed, removed } = pathsOf(plan)
  const what = counted(entities, 'entity', 'entities')
  if (isFirst) {
    const files = counted(added.length, 'file')
    say(
      `${isDry ? 'Nothing was written. It would write' : 'Wrote'} ${what} in ${files} to ${folder}.`,
    )
  } else {
    const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${plan.unchanged} as they were`
    say(`${isDry ? 'Nothing was written. It would be' : `${folder} has ${what}`}: ${counts}.`)
  }
  sayLeft(plan.left, isDry)
  if (remarks.length > 0) say('What did not come over as it was:')
  for (const { count, what: happened, example } of remarks) {
    say(indented(`${happened}: ${count} (for example ${example})`))
  }
  if (isFirst && !isDry) say(`"dossier check --data ${folder}" checks it.`)
}

export function outcomeAsJson({ plan, isDry, isFirst: _, ...outcome }: ImportOutcome) {
  const left = plan.left.map(({ path, why, offered }) => ({
    ...{ path, why },
    ...(offered !== undefined && !isDry && { offered: incoming(path) }),
  }))
  const { unchanged } = plan
  return { version: 1, ...outcome, dryRun: isDry, ...pathsOf(plan), unchanged, left }
}

const mostShown = 10

const reasons: Readonly<Record<LeftFile['why'], string>> = {
  edited: 'was edited by hand',
  away: 'is not there any more, or cannot be read',
  'in-the-way': 'was made by hand',
  'gone-from-the-file': 'was edited by hand, and the import has it no more',
  'still-needed': 'is kept for the sake of what was written by hand',
}

function sayLeft(left: readonly LeftFile[], isDry: boolean): void {
  for (const { path, why, offered } of left.slice(0, mostShown)) {
    const news =
      offered === undefined || isDry ? '' : `; what the import says is in ${incoming(path)}`
    say(`${path} is left as it is: it ${reasons[why]}${news}.`)
  }
  if (left.length > mostShown) say(`So are ${left.length - mostShown} more; "--json" lists them.`)
}

function pathsOf({ changes }: ImportPlan) {
  const where = (isIt: (change: ImportPlan['changes'][number]) => boolean) =>
    changes.filter(isIt).map(({ path }) => path)
  return {
    added: where(({ before }) => before === undefined),
    changed: where(({ before, after }) => before !== undefined && after !== undefined),
    removed: where(({ after }) => after === undefined),
  }
}
