import type { AskedBase } from './asked-base.ts'

/** A family of things with an address of their own, which a person can put into a conversation. */
export interface ResourceFamily {
  readonly uriTemplate: string
  readonly name: string
  readonly title: string
  readonly description: string
  /** The tool whose text it is, and what that is asked. */
  readonly tool: string
  readonly argument: string
  /** Ids that may go on from what has been typed of one. */
  readonly complete: (base: AskedBase, typed: string) => Promise<readonly string[]>
}

export const mostCompletions = 100

export const resourceFamilies: readonly ResourceFamily[] = [
  {
    uriTemplate: 'dossier://entity/{id}',
    name: 'entity',
    title: 'Entity',
    description: 'All that is said about an entity, with the evidence.',
    tool: 'show',
    argument: 'entity',
    complete: async (base, typed) => {
      const { found } = await base.find(typed, mostCompletions + 1)
      return found.map(({ id }) => id)
    },
  },
  {
    uriTemplate: 'dossier://source/{id}',
    name: 'source',
    title: 'Source',
    description: 'A document that claims cite, and what rests on it.',
    tool: 'sources',
    argument: 'of',
    complete: async (base, typed) => {
      const ids = await base.ask((graph) => Object.keys(graph.getAttribute('sources')))
      return ids.filter((id) => id.startsWith(typed))
    },
  },
]

/** What has an address without an id. */
export const resources = [
  {
    uri: 'dossier://ontology',
    name: 'ontology',
    title: 'Types and relations',
    description: 'The words of this base: its types of entities and its relations.',
    tool: 'ontology',
  },
] as const

export interface ToolCall {
  readonly tool: string
  readonly args: Readonly<Record<string, string>>
}

/** The question that gives the text of an address; nothing where there can be none of that address. */
export function callFor(uri: string): ToolCall | undefined {
  const single = resources.find((one) => one.uri === uri)
  if (single !== undefined) return { tool: single.tool, args: {} }
  const [, name, id] = /^dossier:\/\/([a-z]+)\/([^/?#]+)$/.exec(uri) ?? []
  const family = resourceFamilies.find((one) => one.name === name)
  const word = id === undefined ? undefined : decoded(id)
  if (family === undefined || word === undefined) return undefined
  return { tool: family.tool, args: { [family.argument]: word } }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
