// Two hubs with so many neighbours in common, and an end at each of them. Usage: ask-hub.mjs neighbours; prints JSON.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const neighbours = Number(process.argv[2])
const { MultiDirectedGraph } = createRequire(resolve('package.json'))('graphology')
const { findPaths } = await import(pathToFileURL(resolve('dist/queries/find-paths.js')).href)
const { pathIndex } = await import(pathToFileURL(resolve('dist/queries/path-index.js')).href)

const graph = new MultiDirectedGraph()
const says = '{source} knows {target}'
const ontology = { entities: { person: {} }, relations: { knows: { says, saysInverse: says } } }
graph.replaceAttributes({ ontology, sources: {} })
const confidences = ['confirmed', 'probable', 'possible', 'doubtful']
const claim = { relation: 'knows', kind: 'social', citations: [], saidBy: [], rivals: [] }
const node = (id) => graph.addNode(id, { label: id, type: 'person', types: ['person'] })
const edge = (from, to) => {
  const confidence = confidences[graph.size % confidences.length]
  const key = `${from}--knows--${to}`
  graph.addEdgeWithKey(key, from, to, { ...claim, confidence, when: '2012' })
}
for (const id of ['start', 'hub-a', 'hub-b', 'goal']) node(id)
edge('start', 'hub-a')
edge('hub-b', 'goal')
for (let number = 0; number < neighbours; number++) {
  const id = `n${String(number).padStart(7, '0')}`
  node(id)
  edge('hub-a', id)
  edge(id, 'hub-b')
}
const index = pathIndex(graph)
// What is made when it is first asked for belongs to the index.
void [index.rows('either', 'edge'), index.rows('either', 'doubt'), index.spans]
const questions = {
  shortest: {},
  'k = 5': { top: 5 },
  'all ≤ 4': { all: true },
  'all ≤ 12': { all: true, max: 12 },
  weighted: { weight: 'confidence', top: 1 },
  'k = 5, weighted': { weight: 'confidence', top: 5 },
  together: { together: true },
  filtered: { filter: { minConfidence: 'possible' } },
  via: { via: [{ kind: 'entity', id: 'n0000007' }] },
}
const answers = Object.entries(questions).map(([name, question]) => {
  const began = process.cpuUsage()
  const { paths, truncated } = findPaths(graph, { from: 'start', to: 'goal', ...question })
  const { user, system } = process.cpuUsage(began)
  return { name, ms: (user + system) / 1000, paths: paths.length, truncated }
})
process.stdout.write(JSON.stringify(answers))
