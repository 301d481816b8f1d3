// Makes of an exported graph what every tool is asked about: one edge a pair of entities, because not all of them know
// parallel edges, no closed types, and pairs drawn with a seed. Usage: write-task.mjs export.json task.json
import { readFileSync, writeFileSync } from 'node:fs'

const [source, target] = process.argv.slice(2)
const graph = JSON.parse(readFileSync(source, 'utf8'))
for (const type of Object.values(graph.attributes.ontology.entities)) type.transit = true
const numbers = new Map(graph.nodes.map(({ key }, number) => [key, number]))
const doubts = { confirmed: 1, probable: 5, possible: 9, doubtful: 14, improbable: 24 }
const seen = new Set()
const links = []
graph.edges = graph.edges.filter((edge) => {
  const ends = [numbers.get(edge.source), numbers.get(edge.target)]
  const pair = Math.min(...ends) * numbers.size + Math.max(...ends)
  if (ends[0] === ends[1] || seen.has(pair)) return false
  seen.add(pair)
  const { confidence, inferred } = edge.attributes
  links.push([...ends, (confidence ? doubts[confidence] : 3) + (inferred === undefined ? 0 : 1)])
  return true
})
let state = 20120317
const random = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const pairs = Array.from({ length: 1000 }, () => [random(numbers.size), random(numbers.size)])
writeFileSync(
  target,
  JSON.stringify({ graph, nodes: numbers.size, links, pairs: pairs.filter(([a, b]) => a !== b) }),
)
