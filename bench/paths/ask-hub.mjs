// Two hubs with so many neighbours in common, a third of them events, and an end at each of the hubs. Asks every kind of
// question once. Usage: ask-hub.mjs neighbours; prints JSON.
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const neighbours = Number(process.argv[2])
const { MultiDirectedGraph } = createRequire(resolve('package.json'))('graphology')
const load = (path) => import(pathToFileURL(resolve(path)).href)
const { questionsOf } = await load('dist/queries/questions.js')
const { pathIndex } = await load('dist/queries/path-index.js')

const graph = new MultiDirectedGraph()
const says = '{source} knows {target}'
const type = (id, dated) => ({ label: id, types: [id], abstract: false, dated, transit: true })
const knows = { label: 'knows', inverseLabel: 'known by', says, saysInverse: says, kind: 'social' }
graph.replaceAttributes({
  ontology: {
    entities: { person: type('person', false), event: type('event', true) },
    relations: { knows: { ...knows, symmetric: false, from: ['person'], to: ['person'] } },
  },
  sources: {},
  identity: [],
})
const confidences = ['confirmed', 'probable', 'possible', 'doubtful']
const claim = { relation: 'knows', kind: 'social', citations: [], saidBy: [], rivals: [] }
const node = (id, type) => {
  const rest = { aliases: [], unnamed: false, attributes: {} }
  graph.addNode(id, { label: id, type, types: [type], ...rest })
}
const edge = (from, to) => {
  const confidence = confidences[graph.size % confidences.length]
  const when = String(1900 + (graph.size % 120))
  graph.addEdgeWithKey(`${from}--knows--${to}`, from, to, { ...claim, confidence, when })
}
for (const id of ['start', 'hub-a', 'hub-b', 'goal']) node(id, 'person')
edge('start', 'hub-a')
edge('hub-b', 'goal')
for (let number = 0; number < neighbours; number++) {
  const id = `n${String(number).padStart(7, '0')}`
  node(id, number % 3 === 0 ? 'event' : 'person')
  edge('hub-a', id)
  edge(id, 'hub-b')
}
const ask = questionsOf(graph)
// What is made once for a graph is no part of an answer.
const index = pathIndex(graph)
void [index.rows('either', 'edge'), index.rows('either', 'doubt'), index.spans, ask.find('nobody')]

const path = (options) => () => {
  const { paths, truncated } = ask.paths('start', 'goal', options)
  return [paths.length, truncated]
}
const cut = (shown, total) => [shown, shown < total]
const questions = {
  path: path({}),
  'path --top 5': path({ top: 5 }),
  'path --all': path({ all: true }),
  'path --all --max 12': path({ all: true, max: 12 }),
  'path --weight confidence': path({ weight: 'confidence' }),
  'path --weight confidence --top 5': path({ weight: 'confidence', top: 5 }),
  'path --together': path({ together: true }),
  'path --as-of 1950': path({ asOf: '1950' }),
  'path --min-confidence possible': path({ minConfidence: 'possible' }),
  'path --via n0000007': path({ via: ['n0000007'] }),
  'path --avoid n0000007': path({ avoid: ['n0000007'] }),
  'path --along knows*': path({ along: 'knows*' }),
  'path --max 2, which there is not': path({ max: 2 }),
  expand: () => cut(ask.expand(['hub-a', 'hub-b'], { limit: 100 }).edges.length, Infinity),
  'neighbours --limit 100': () => {
    const { neighbours: page, total } = ask.neighbours('hub-a', { limit: 100 })
    return cut(page.length, total)
  },
  'neighbours --limit 100 --by time': () => {
    const { neighbours: page, total } = ask.neighbours('hub-a', { limit: 100, by: 'time' })
    return cut(page.length, total)
  },
  show: () => {
    const { relations, total } = ask.show('hub-a')
    return cut(relations.length, total)
  },
  common: () => {
    const { shared, total } = ask.common('hub-a', 'hub-b')
    return cut(shared.length, total)
  },
  timeline: () => {
    const { dated, total } = ask.timeline('hub-a')
    return cut(dated.flatMap(({ told }) => told).length, total)
  },
  find: () => [ask.find('hub-a').length, false],
  between: () => {
    const { ranked, sampled } = ask.between({ top: 20 })
    return [ranked.length, sampled !== undefined]
  },
  groups: () => {
    const { groups, lookedAt } = ask.groups()
    return [groups.length, lookedAt !== undefined]
  },
}
const answers = Object.entries(questions).map(([name, question]) => {
  const began = process.cpuUsage()
  const [found, truncated] = question()
  const { user, system } = process.cpuUsage(began)
  return { name, ms: (user + system) / 1000, found, truncated }
})
process.stdout.write(JSON.stringify(answers))
