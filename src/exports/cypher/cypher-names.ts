import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { compareText } from '../../text/compare-text.ts'

/** What the names of the ontology are in the database. Each is ASCII letters, digits and underscores. */
export interface CypherNames {
  /** `court-file` is the label `CourtFile`. */
  readonly label: (type: string) => string
  /** `member-of` is the relationship type `MEMBER_OF`. */
  readonly relationship: (relation: string) => string
  /** `killed-count` is the property `killedCount`; of one that Dossier needs itself, `type` for one, `type_2`. */
  readonly property: (attribute: string) => string
}

/** The labels of nodes that every base has. */
export const ownLabels = ['Entity', 'Source', 'IdentityDecision'] as const

export function cypherNames(graph: KnowledgeGraph, ownProperties: readonly string[]): CypherNames {
  const types = new Set<string>()
  const attributes = new Set<string>()
  for (const { attributes: node } of graph.nodeEntries()) {
    for (const type of [node.type, ...node.types]) types.add(type)
    for (const attribute of Object.keys(node.attributes)) attributes.add(attribute)
  }
  const relations = new Set<string>()
  for (const { attributes: edge } of graph.edgeEntries()) relations.add(edge.relation)
  return {
    label: named(types, pascalCase, ownLabels),
    relationship: named(relations, (id) => plain(id.toUpperCase()), []),
    property: named(attributes, camelCase, ownProperties),
  }
}

/** Two ids that would get one name stay apart: the later one in order has a number behind it. */
function named(
  ids: ReadonlySet<string>,
  nameOf: (id: string) => string,
  reserved: readonly string[],
): (id: string) => string {
  const names = new Map<string, string>()
  const taken = new Set(reserved)
  for (const id of [...ids].sort(compareText)) {
    const base = nameOf(id)
    let name = base
    for (let number = 2; taken.has(name); number++) name = `${base}_${number}`
    taken.add(name)
    names.set(id, name)
  }
  return (id) => {
    const name = names.get(id)
    if (name === undefined) throw new Error(`${JSON.stringify(id)} has no name in the script.`)
    return name
  }
}

function pascalCase(id: string): string {
  return plain(id.split('-').map(capital).join(''))
}

function camelCase(id: string): string {
  const [first = '', ...others] = id.split('-')
  return plain(first + others.map(capital).join(''))
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Ids that the check refused may hold anything, and a name must not begin with a digit. */
function plain(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_]/g, '_')
  return /^[0-9]/.test(safe) || safe === '' ? `_${safe}` : safe
}
