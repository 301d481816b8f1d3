import { verdicts } from '../../model/entity.ts'
import { sourceTexts } from '../../model/source.ts'
import { folderOf } from '../folder-of.ts'
import { given } from '../given.ts'
import type { ImportedDecision, ImportedSource, ImportedThing, ImportedTie } from '../imported.ts'
import { numberIn, textIn, textsIn, truthIn } from './json-values.ts'
import { type OwnWriting, ownCitations, ownClaim, scalarIn } from './own-claim.ts'

/** A claim with the name of its attribute. */
export type NamedClaim = readonly [attribute: string, claim: unknown]

/** An entity of ours; `told` is what a node of the graph says of itself beside its claims. */
export function ownThing(
  { key, id, told }: { readonly key: string; readonly id: string; readonly told: unknown },
  claims: readonly NamedClaim[],
  writing: OwnWriting,
): ImportedThing {
  const [, date] = claims.find(([attribute]) => attribute === 'when') ?? []
  const value = textIn(date, 'value') ?? textIn(told, 'when')
  return {
    ...{ key, id, type: textIn(told, 'type') ?? 'thing' },
    ...folderIn(told),
    ...given('name', textIn(told, 'label')),
    aliases: textsIn(told, 'aliases'),
    ...given('summary', textIn(told, 'summary')),
    ...given('unnamed', truthIn(told, 'unnamed')),
    ...given('count', numberIn(told, 'count')),
    ...given('date', value === undefined ? undefined : { ...ownClaim(date, writing), value }),
    attributes: claims.flatMap(([name, claim]) => {
      const said = name === 'when' ? undefined : scalarIn(claim, 'value')
      return said === undefined ? [] : [{ name, value: said, ...ownClaim(claim, writing) }]
    }),
  }
}

function folderIn(told: unknown): { readonly folder?: string } {
  const file = textIn(told, 'file')
  return file === undefined ? {} : { folder: folderOf(file) }
}

/** A relation of ours between two keys; `told` is what an edge of the graph says. */
export function ownTie(
  ends: Pick<ImportedTie, 'relation' | 'source' | 'target'>,
  told: unknown,
  writing: OwnWriting,
): ImportedTie {
  return {
    ...ends,
    ...given('role', textIn(told, 'role')),
    ...given('symmetric', truthIn(told, 'symmetric')),
    ...ownClaim(told, writing),
  }
}

export function ownSource(id: string, source: unknown): ImportedSource {
  const texts = sourceTexts.map((key) => given(key, textIn(source, key)))
  return {
    ...{ id, title: textIn(source, 'title') ?? id },
    ...folderIn(source),
    ...Object.assign({}, ...texts),
    ...given('paragraphs', countIn(source, 'paragraphs')),
    ...given('pages', countIn(source, 'pages')),
  }
}

function countIn(object: unknown, key: string): number | undefined {
  const count = numberIn(object, key)
  return count !== undefined && /^[1-9][0-9]{0,14}$/.test(String(count)) ? count : undefined
}

/** A decision on who is who, about the things with these keys; nothing where it decides nothing. */
export function ownDecision(
  entities: readonly string[],
  decision: unknown,
  writing: OwnWriting,
): ImportedDecision | undefined {
  const told = textIn(decision, 'verdict')
  const verdict = verdicts.find((one) => one === told)
  if (verdict === undefined) return undefined
  const reason = textIn(decision, 'reason') ?? ''
  return { verdict, entities, reason, citations: ownCitations(decision, writing) }
}
