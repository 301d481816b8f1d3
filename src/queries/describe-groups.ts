import type { KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { counted } from '../text/counted.ts'
import { fewOf } from '../text/few-of.ts'
import { indented } from '../text/indented.ts'
import { relationInWords } from './claim-in-words.ts'
import type { Bridge, Group, GroupsAnswer } from './groups.ts'

/** Each group with its members and the claims that hold it together. Ends without a newline. */
export function describeGroups(graph: KnowledgeGraph, answer: GroupsAnswer): string {
  const { by, groups, total, components, alone, lookedAt } = answer
  const parts = counted(components, 'part')
  const kind =
    by === 'component'
      ? `${counted(total, 'group')} that no claim ties to another`
      : `${counted(total, 'group')} of entities that claims tie to each other more than to the rest`
  return [
    `${kind}. The graph falls into ${parts}.`,
    ...(lookedAt === undefined
      ? []
      : [
          `This looks at the ${lookedAt} entities with the most claims alone. "--exact" takes all ${graph.order}, and longer.`,
        ]),
    ...groups.map((group, index) => groupInWords(graph, group, index + 1)),
    ...(groups.length < total
      ? [`${total - groups.length} more; --limit ${total} lists all.`]
      : []),
    ...(alone.length === 0 ? [] : [`Tied to nothing: ${namesOf(graph, alone)}.`]),
  ].join('\n\n')
}

function groupInWords(graph: KnowledgeGraph, group: Group, number: number): string {
  const { centre, members, inside, outside, core, bridges } = group
  return [
    `${String(number).padStart(3)}. Around ${graph.getNodeAttribute(centre, 'label')}: ${counted(members.length, 'entity', 'entities')}, ${counted(inside, 'claim')} inside, ${outside} to other groups`,
    indented(indented(`Members: ${namesOf(graph, members)}.`)),
    ...core.map((claim) => indented(indented(relationInWords(graph, claim)))),
    ...bridges.slice(0, mostBridges).map((bridge) => bridgeInWords(graph, bridge)),
  ].join('\n')
}

const mostBridges = 2

function bridgeInWords(graph: KnowledgeGraph, { centre, claims, surest }: Bridge): string {
  const title = `${counted(claims, 'claim ties', 'claims tie')} it to the group around ${graph.getNodeAttribute(centre, 'label')}${claims === 1 ? ':' : ', such as:'}`
  return indented(indented(`${title}\n${indented(relationInWords(graph, surest))}`))
}

/** So many are named; the others are counted. */
const mostNames = 12

function namesOf(graph: KnowledgeGraph, ids: readonly string[]): string {
  const names = ids.map((id) => graph.getNodeAttribute(id, 'label'))
  return fewOf(names, mostNames)
}
