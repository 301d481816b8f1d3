// Asks one tool of the JavaScript world. Usage: ask.mjs tool task.json modules seconds; prints JSON.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [tool, taskFile, modules, seconds] = process.argv.slice(2)
const task = JSON.parse(readFileSync(taskFile, 'utf8'))
const need = createRequire(join(resolve(modules), 'package.json'))
const load = (path) => import(pathToFileURL(resolve(path)).href)

const tools = {
  async dossier() {
    const { MultiDirectedGraph } = createRequire(resolve('package.json'))('graphology')
    const { pathIndex } = await load('dist/queries/path-index.js')
    const { findRoutes } = await load('dist/queries/routes/find-routes.js')
    const graph = MultiDirectedGraph.from(task.graph)
    return {
      build: () => {
        const index = pathIndex(graph)
        // What is made when it is first asked for belongs to it.
        index.rows('either', 'edge')
        return index
      },
      questions: (index) => {
        const ask = ([a, b], question) => {
          const ends = { from: index.nodes[a], to: index.nodes[b] }
          const { routes } = findRoutes(index, { ...ends, ...question }, () => true)
          return routes.map(({ edges, cost }) => ({ keys: edges.map((e) => index.edges[e]), cost }))
        }
        const hops = (paths) => paths.map(({ keys }) => keys.length)
        return {
          shortest: (pair) => hops(ask(pair, { top: 1 }))[0] ?? 0,
          'k = 5': (pair) => sum(hops(ask(pair, { top: 5 }))),
          'all ≤ 4': (pair) => {
            const paths = ask(pair, { all: true, max: 4 })
            return 1000 * paths.length + sum(hops(paths))
          },
          weighted: (pair) => {
            const [best] = ask(pair, { top: 1, weight: 'confidence' })
            return best === undefined ? 0 : Math.floor(best.cost / 13 ** 12)
          },
        }
      },
    }
  },
  graphology() {
    const { UndirectedGraph } = need('graphology')
    const { unweighted, dijkstra } = need('graphology-shortest-path')
    return {
      build: () => {
        const graph = new UndirectedGraph()
        for (let node = 0; node < task.nodes; node++) graph.addNode(node)
        for (const [a, b, weight] of task.links) graph.addEdge(a, b, { weight })
        return graph
      },
      questions: (graph) => ({
        shortest: ([a, b]) => (unweighted.bidirectional(graph, a, b)?.length ?? 1) - 1,
        weighted: ([a, b]) => {
          const path = dijkstra.bidirectional(graph, a, b, 'weight') ?? []
          const weight = (node, at) => graph.getEdgeAttribute(path[at], node, 'weight')
          return sum(path.slice(1).map(weight))
        },
      }),
    }
  },
  ngraph() {
    const createGraph = need('ngraph.graph')
    const { nba } = need('ngraph.path')
    return {
      build: () => {
        const graph = createGraph()
        for (let node = 0; node < task.nodes; node++) graph.addNode(node)
        for (const [a, b, weight] of task.links) graph.addLink(a, b, { weight })
        return graph
      },
      questions: (graph) => {
        const plain = nba(graph)
        const distance = (_from, _to, link) => link.data.weight
        const weighted = nba(graph, { distance })
        return {
          shortest: ([a, b]) => Math.max(0, plain.find(a, b).length - 1),
          weighted: ([a, b]) => {
            const path = weighted.find(a, b)
            const weight = (node, at) =>
              graph.getLink(path[at].id, node.id) ?? graph.getLink(node.id, path[at].id)
            return sum(path.slice(1).map((node, at) => weight(node, at).data.weight))
          },
        }
      },
    }
  },
}

const { build, questions } = await tools[tool]()
globalThis.gc?.()
const before = process.memoryUsage()
const began = process.cpuUsage()
const built = build()
const taken = cpuSince(began)
globalThis.gc?.()
const after = process.memoryUsage()
const memory = after.heapUsed + after.external - before.heapUsed - before.external
const kinds = Object.entries(questions(built)).map(([kind, ask]) => [kind, timed(ask)])
process.stdout.write(JSON.stringify({ build: taken, memory, kinds: Object.fromEntries(kinds) }))

/**
 * For half of the time it keeps the answers and warms up, for the other half it is measured. The clock is read before
 * a millisecond's worth of questions and not before each, because some take little longer than to read it.
 */
function timed(ask) {
  const limit = Number(seconds) / 2
  const warmUp = process.cpuUsage()
  const values = []
  for (const pair of task.pairs) {
    if (cpuSince(warmUp) > limit) break
    values.push(ask(pair))
  }
  let asked = 0
  const askSome = (count) => {
    for (let left = count; left > 0; left--) ask(task.pairs[asked++ % task.pairs.length])
  }
  askSome(1)
  const perQuestion = cpuSince(warmUp) / (values.length + 1)
  const some = Math.max(1, Math.floor(0.001 / perQuestion))
  while (cpuSince(warmUp) < limit) askSome(some)
  const start = process.cpuUsage()
  asked = 0
  while (cpuSince(start) < limit) askSome(some)
  return { rate: asked / cpuSince(start), values }
}

function cpuSince(start) {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
