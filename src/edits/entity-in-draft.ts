import type { YamlMap } from '../documents/yaml-node.ts'
import type { Draft } from './draft.ts'
import { ownCitations, type WrittenCitation } from './written-claim.ts'
import { type DeclaredId, declaredIds } from './written-ids.ts'

/** An entity as it stands in a draft at this moment. */
export interface EntityInDraft {
  readonly path: string
  readonly text: string
  readonly root: YamlMap
  readonly declared: DeclaredId
  readonly body: YamlMap
  /** What its claims cite that cite nothing themselves. */
  readonly inherited: readonly WrittenCitation[]
}

export function entitiesInDraft(draft: Draft): readonly EntityInDraft[] {
  return draft.documents().flatMap((document) => {
    const { path, text, root } = document
    if (root === undefined || path.startsWith('sources/')) return []
    return declaredIds(document).flatMap((declared) => {
      const { body, from } = declared
      if (body.kind !== 'map') return []
      const ofFile = from === 'key' ? ownCitations(root) : undefined
      const inherited = ownCitations(body) ?? ofFile ?? []
      return [{ path, text, root, declared, body, inherited }]
    })
  })
}

/** One that is known to be there. */
export function entityInDraft(draft: Draft, id: string): EntityInDraft {
  const found = entitiesInDraft(draft).find(({ declared }) => declared.id === id)
  if (found === undefined) throw new Error(`The draft has lost "${id}".`)
  return found
}
