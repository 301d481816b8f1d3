import { addCitations } from './add-citations.ts'
import type { Draft } from './draft.ts'
import { type EntityInDraft, entitiesInDraft } from './entity-in-draft.ts'
import { removeButComments } from './remove-part.ts'
import { entryOf, ownCitations, relationEntry, statementOf } from './written-claim.ts'
import { itemsOf } from './written-ids.ts'

/**
 * Of relations of or to an entity that say the same in one place, the first gets the citations of the others. What
 * differs in confidence, speaker or note stays: to make one of these two is for a person to decide.
 */
export function uniteClaims(draft: Draft, id: string): void {
  for (let pair = twins(draft, id); pair; pair = twins(draft, id)) unite(draft, pair)
}

/** The same for one relation, whose name begins at this place, and the first that says what it says. */
export function uniteClaimAt(draft: Draft, entity: EntityInDraft, start: number): void {
  const relations = relationsOf(entity)
  const second = relations.findIndex((item) => relationEntry(item)?.key.span.start === start)
  const repeated = relations[second]
  if (repeated === undefined) return
  const statement = statementOf(repeated)
  const first = relations.findIndex(
    (item) => relationEntry(item) && statementOf(item) === statement,
  )
  if (first < second) unite(draft, { entity, first, second })
}

interface Twins {
  readonly entity: EntityInDraft
  readonly first: number
  readonly second: number
}

function twins(draft: Draft, id: string): Twins | undefined {
  for (const entity of entitiesInDraft(draft)) {
    const seen = new Map<string, number>()
    for (const [second, item] of relationsOf(entity).entries()) {
      const entry = relationEntry(item)
      if (entry === undefined || !(entity.declared.id === id || namesOnly(entry.value, id)))
        continue
      const statement = statementOf(item)
      const first = seen.get(statement)
      if (first !== undefined) return { entity, first, second }
      seen.set(statement, second)
    }
  }
  return undefined
}

function namesOnly(targets: Parameters<typeof itemsOf>[0], id: string): boolean {
  return itemsOf(targets).some((target) => target.kind === 'scalar' && target.text.trim() === id)
}

function relationsOf({ body }: EntityInDraft) {
  const relations = entryOf(body, 'relations')?.value
  return relations?.kind === 'list' ? relations.items : []
}

function unite(draft: Draft, { entity, first, second }: Twins): void {
  const { path, text, body, inherited } = entity
  const relations = entryOf(body, 'relations')?.value
  const [kept, other] = [first, second].map((index) => relationsOf(entity)[index])
  if (relations?.kind !== 'list' || kept === undefined || other === undefined) return
  const more = addCitations(text, kept, inherited, ownCitations(other) ?? inherited)
  draft.edit(path, [...more, removeButComments(text, relations, second)])
}
