import { citationsInWords, closed, dateDoubt } from '../graph/evidence-in-words.ts'
import type { AttributeClaimAttributes, KnowledgeGraph } from '../graph/knowledge-graph.ts'
import { dated, sentenceOf, whenInWords } from '../graph/sentence.ts'
import { neighbours } from '../queries/neighbours.ts'
import { entityId } from '../queries/read-filter.ts'
import { evidenceInWords, relationInWords } from './claim-in-words.ts'
import { openGraph } from './open-folder.ts'
import { indented, print, printJson } from './output.ts'

interface Options {
  readonly data?: string
  readonly json?: boolean
}

export async function show([name = '']: readonly string[], options: Options): Promise<void> {
  const { graph } = await openGraph(options.data)
  if (graph.hasEdge(name)) {
    if (options.json) printJson({ version: 1, edge: name, ...edgeOf(graph, name) })
    else print(edgeInWords(graph, name))
    return
  }
  const id = entityId(graph, name)
  if (options.json) {
    const relations = neighbours(graph, id)
    printJson({ version: 1, entity: id, ...graph.getNodeAttributes(id), relations })
  } else print(entityInWords(graph, id))
}

function edgeOf(graph: KnowledgeGraph, edge: string) {
  return {
    source: graph.source(edge),
    target: graph.target(edge),
    ...graph.getEdgeAttributes(edge),
  }
}

function edgeInWords(graph: KnowledgeGraph, edge: string): string {
  const claim = graph.getEdgeAttributes(edge)
  const evidence = [evidenceInWords(graph, claim), dateDoubt(graph, edge) ?? []].flat().join('\n')
  const sentence = dated(sentenceOf(graph, edge), claim.when)
  return `${sentence}.\n${indented(evidence)}\n  ${claim.file}:${claim.line}`
}

function entityInWords(graph: KnowledgeGraph, id: string): string {
  const { label, aliases, summary, attributes, file, line } = graph.getNodeAttributes(id)
  const claims = Object.entries(attributes).flatMap(([name, values]) =>
    values.map((claim) => attributeInWords(graph, name, claim)),
  )
  const relations = neighbours(graph, id).map((neighbour) => relationInWords(graph, neighbour))
  return [
    `${label} (${marksOf(graph, id).join(', ')})\n${id}, ${file}:${line}`,
    ...(summary === undefined ? [] : [closed(summary)]),
    ...(aliases.length === 0 ? [] : [`Also called ${aliases.join(', ')}.`]),
    ...[...claims, ...relations, ...identityInWords(graph, id)].map(indented),
  ].join('\n\n')
}

function marksOf(graph: KnowledgeGraph, id: string): string[] {
  const { type, unnamed, count } = graph.getNodeAttributes(id)
  return [
    graph.getAttribute('ontology').entities[type]?.label ?? type,
    ...(count === undefined ? [] : [`${count} of them`]),
    ...(unnamed ? ['name withheld by the sources'] : []),
  ]
}

function attributeInWords(
  graph: KnowledgeGraph,
  name: string,
  claim: AttributeClaimAttributes,
): string {
  const told =
    name === 'when'
      ? `date: ${whenInWords(String(claim.value))} (${claim.value})`
      : dated(`${name.replaceAll('-', ' ')}: ${claim.value}`, claim.when)
  return `${told}\n${indented(evidenceInWords(graph, claim).join('\n'))}`
}

function identityInWords(graph: KnowledgeGraph, id: string): string[] {
  const told = {
    same: 'The same as',
    different: 'Not to be confused with',
    undecided: 'Perhaps the same as',
  }
  return graph
    .getAttribute('identity')
    .filter(({ entities }) => entities.includes(id))
    .map(({ verdict, entities, reason, citations }) => {
      const others = entities.filter((other) => other !== id)
      const names = others.map((other) => `${graph.getNodeAttribute(other, 'label')} (${other})`)
      const why = `${closed(reason)} [${citationsInWords(citations)}]`
      return `${told[verdict]} ${names.join(' and ')}.\n  ${why}`
    })
}
