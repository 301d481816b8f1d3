import { citationsInWords, closed, doubtsInWords } from '../graph/evidence-in-words.ts'
import type {
  AttributeClaimAttributes,
  ClaimAttributes,
  KnowledgeGraph,
  RivalAttributes,
} from '../graph/knowledge-graph.ts'
import { sentenceOf, whenInWords } from '../graph/sentence.ts'
import { neighbours } from '../queries/neighbours.ts'
import { entityId } from '../queries/read-filter.ts'
import { claimInWords } from './neighbours.ts'
import { openGraph } from './open-base.ts'
import { print, printJson } from './output.ts'

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
  const when = claim.when === undefined ? '' : `, ${whenInWords(claim.when)}`
  return [
    `${sentenceOf(graph, edge)}${when}.`,
    ...evidenceLines(graph, claim),
    `  ${claim.file}:${claim.line}`,
  ].join('\n')
}

function entityInWords(graph: KnowledgeGraph, id: string): string {
  const { label, type, aliases, summary, unnamed, count, attributes, file, line } =
    graph.getNodeAttributes(id)
  const typeLabel = graph.getAttribute('ontology').entities[type]?.label ?? type
  const marks = [
    typeLabel,
    count !== undefined && `${count} of them`,
    unnamed && 'name withheld by the sources',
  ]
  const claims = Object.entries(attributes).flatMap(([name, values]) =>
    values.map((claim) => attributeInWords(graph, name, claim)),
  )
  const relations = neighbours(graph, id).map((neighbour) => claimInWords(graph, neighbour))
  return [
    `${label} (${marks.filter((mark) => mark !== false).join(', ')})\n${id}, ${file}:${line}`,
    ...(summary === undefined ? [] : [closed(summary)]),
    ...(aliases.length === 0 ? [] : [`Also called ${aliases.join(', ')}.`]),
    ...claims,
    ...relations,
    ...identityInWords(graph, id),
  ].join('\n\n')
}

function attributeInWords(
  graph: KnowledgeGraph,
  name: string,
  claim: AttributeClaimAttributes,
): string {
  const words = name === 'when' ? 'date' : name.replaceAll('-', ' ')
  const value =
    name === 'when' ? `${whenInWords(String(claim.value))} (${claim.value})` : claim.value
  const when = claim.when === undefined || name === 'when' ? '' : `, ${whenInWords(claim.when)}`
  return [
    `  ${words}: ${value}${when}`,
    ...evidenceLines(graph, claim).map((evidence) => `  ${evidence}`),
  ].join('\n')
}

function evidenceLines(graph: KnowledgeGraph, claim: ClaimAttributes): string[] {
  const doubts = doubtsInWords(graph, claim)
  return [
    ...(doubts.length === 0 ? [] : [`  ${doubts.join(' ')}`]),
    `  [${citationsInWords(claim.citations)}]`,
    ...(claim.note === undefined ? [] : [`  Note: ${closed(claim.note)}`]),
    ...claim.rivals.map((rival) => `  Rival: ${rivalInWords(graph, rival)}`),
  ]
}

function rivalInWords(graph: KnowledgeGraph, rival: RivalAttributes): string {
  const { value, target, when, denied, citations } = rival
  const reading = [
    denied && 'this is denied',
    value !== undefined && String(value),
    target !== undefined &&
      (graph.hasNode(target) ? graph.getNodeAttribute(target, 'label') : target),
    when !== undefined && whenInWords(when),
  ].filter((part) => part !== false)
  return [
    `${reading.join(', ')}.`,
    ...doubtsInWords(graph, rival),
    `[${citationsInWords(citations)}]`,
  ].join(' ')
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
      return `  ${told[verdict]} ${names.join(' and ')}.\n    ${closed(reason)} [${citationsInWords(citations)}]`
    })
}
