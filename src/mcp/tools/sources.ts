import { titleOf } from '../../graph/entity-in-words.ts'
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts'
import { sourceInWords } from '../../graph/source-in-words.ts'
import { attributeInWords, relationInWords } from '../../queries/claim-in-words.ts'
import { neighbourBy } from '../../queries/neighbours.ts'
import { knownName } from '../../queries/read-filter.ts'
import { type CitingClaim, sourceSupport } from '../../queries/source-support.ts'
import { statistics } from '../../queries/statistics.ts'
import { compareText } from '../../text/compare-text.ts'
import { counted } from '../../text/counted.ts'
import { indented } from '../../text/indented.ts'
import { type Answer, type Asking, moreAfter, toolOf } from '../tool.ts'

export const sources = toolOf({
  name: 'sources',
  title: 'Sources, and what rests on one',
  description:
    'The documents that claims cite, with how much rests on each. With "of", the claims that cite that source: first those that rest on it alone and would fall with it.',
  kinds: { of: 'text', limit: 'number', offset: 'number' },
  required: [],
  limit: 25,
  gives: { sources: 'array', claims: 'array' },
  answer: (asking) =>
    asking.args.of === undefined ? listSources(asking) : supportOf(asking, asking.args.of),
})

type Asked = Asking<{ readonly offset?: number }>

async function listSources({ base, args: { offset = 0 }, limit, signal }: Asked): Promise<Answer> {
  const told = { ...(signal && { signal }) }
  const coverage = (base.statistics ?? (await base.ask(statistics, told))).sources
  const used = coverage.slice(offset, offset + limit)
  return base.ask((graph) => {
    const known = graph.getAttribute('sources')
    const lines = used.map(({ id, claims, alone }) => {
      const rest = `${counted(claims, 'claim')}; ${alone} ${alone === 1 ? 'rests' : 'rest'} on it alone.`
      return `${id}: ${sourceInWords(graph, id)} ${rest}`
    })
    return {
      text: [counted(coverage.length, 'source'), ...lines].join('\n'),
      json: {
        version: 1,
        sources: used.map(({ cited, ...use }) => ({ ...known[use.id], ...use, places: cited })),
      },
      ...moreAfter('sources', offset + used.length, coverage.length),
    }
  }, told)
}

function supportOf({ base, args: { offset = 0 }, limit, signal }: Asked, word: string) {
  return base.ask((graph) => support(graph, word, offset, limit), { ...(signal && { signal }) })
}

function support(graph: KnowledgeGraph, word: string, offset: number, limit: number): Answer {
  const known = graph.getAttribute('sources')
  const source = knownName(word, Object.keys(known), 'source')
  const { alone, shared, untold } = sourceSupport(graph, source)
  const claims = [...alone, ...shared].map((claim, at) => ({ ...claim, alone: at < alone.length }))
  const shown = claims.slice(offset, offset + limit)
  return {
    text: [
      `${source}: ${sourceInWords(graph, source)}`,
      `${counted(claims.length, 'claim cites', 'claims cite')} it; ${alone.length} of them nothing else. Without it nothing would be said of ${counted(untold.size, 'entity', 'entities')}.`,
      ...shown.map((claim) => indented(citingInWords(graph, claim))),
    ].join('\n\n'),
    json: {
      version: 1,
      source,
      ...known[source],
      total: claims.length,
      alone: alone.length,
      untold: [...untold].sort(compareText).slice(0, mostUntold),
      claims: shown.map((claim) => ({ ...toldOf(graph, claim), alone: claim.alone })),
    },
    ...moreAfter('sources', offset + shown.length, claims.length),
  }
}

/** So many of the entities of which nothing would be said are named. */
const mostUntold = 50

function citingInWords(graph: KnowledgeGraph, claim: CitingClaim): string {
  if ('edge' in claim) {
    return relationInWords(graph, neighbourBy(graph, graph.source(claim.edge), claim.edge))
  }
  const { entity, name, claim: value } = claim
  return `${titleOf(graph, entity)}\n${indented(attributeInWords(graph, name, value))}`
}

function toldOf(graph: KnowledgeGraph, claim: CitingClaim): object {
  if ('edge' in claim) {
    const source = graph.source(claim.edge)
    const { entity: target, ...told } = neighbourBy(graph, source, claim.edge)
    return { source, target, ...told }
  }
  return { entity: claim.entity, attribute: claim.name, ...claim.claim }
}
