import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { compareText } from '../../src/text/compare-text.ts'

export interface TypeBranch {
  readonly id: string
  readonly label: string
  readonly depth: number
  /** Nothing in use stands below it. */
  readonly leaf: boolean
  /** Entities of this type and of those below it. */
  readonly count: number
  /** The type itself and those below it that have entities. */
  readonly types: readonly string[]
}

/** The entity types in use as a list that reads as a tree: a parent before its children, by name. Some entities may not count. */
export function typeTree(
  graph: KnowledgeGraph,
  counts: (entity: string) => boolean = () => true,
): TypeBranch[] {
  const { entities } = graph.getAttribute('ontology')
  const own = new Map<string, number>()
  graph.forEachNode((id, { type }) => own.set(type, (own.get(type) ?? 0) + (counts(id) ? 1 : 0)))
  const used = [...own.keys()]
  const below = (id: string) => used.filter((type) => entities[type]?.types.includes(id))
  const branches = (parent: string | undefined, depth: number): TypeBranch[] =>
    Object.keys(entities)
      .filter((id) => entities[id]?.types[1] === parent)
      .map((id) => ({ id, label: entities[id]?.label ?? id, types: below(id) }))
      .filter(({ types }) => types.length > 0)
      .sort((a, b) => compareText(a.label, b.label))
      .flatMap(({ id, label, types }) => {
        const children = branches(id, depth + 1)
        const count = types.reduce((sum, type) => sum + (own.get(type) ?? 0), 0)
        return [{ id, label, depth, leaf: children.length === 0, count, types }, ...children]
      })
  return branches(undefined, 0)
}

/** The branches whose ancestors are all open. */
export function inOpenBranches(
  tree: readonly TypeBranch[],
  isOpen: (branch: TypeBranch) => boolean,
): TypeBranch[] {
  let closedAt = Infinity
  return tree.filter((branch) => {
    if (branch.depth > closedAt) return false
    closedAt = isOpen(branch) ? Infinity : branch.depth
    return true
  })
}

/** Of types those that look unlike each other in the picture: one for each colour. */
export function unlikeTypes(graph: KnowledgeGraph, types: readonly string[]): string[] {
  const { entities } = graph.getAttribute('ontology')
  const looks = new Map(types.map((type) => [entities[type]?.colour, type] as const).reverse())
  return types.filter((type) => looks.get(entities[type]?.colour) === type)
}
