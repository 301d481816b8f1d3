// Lets one tool write a graph in one format, several times. Usage: write.mjs tool format graph.json; prints JSON.
import { openSync, readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [tool, format, graphFile] = process.argv.slice(2)
const need = createRequire(resolve('package.json'))
const { MultiDirectedGraph } = need('graphology')
const graph = MultiDirectedGraph.from(JSON.parse(readFileSync(graphFile, 'utf8')))

const tools = {
  async dossier() {
    const { formats } = await import(pathToFileURL(resolve('dist/exports/formats.js')).href)
    return () => formats[format].write(graph)
  },
  /** It writes an attribute as text, whatever it holds. */
  'graphology-gexf'() {
    const { write } = need('graphology-gexf')
    const flat = ({ label, color, size, x, y, ...rest }) => ({
      label,
      viz: { color, size, x, y },
      attributes: Object.fromEntries(
        Object.entries(rest)
          .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
          .map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : value]),
      ),
    })
    const options = {
      formatNode: (_, attributes) => flat(attributes),
      formatEdge: (_, attributes) => flat(attributes),
    }
    return () => [write(graph, options)]
  },
}

const write = await tools[tool]()
const nowhere = openSync('/dev/null', 'w')
globalThis.gc()
const before = process.memoryUsage().rss
let peak = before
const times = []
let bytes = 0
for (let round = 0; round < 5 && sum(times) < 60; round++) {
  const began = process.cpuUsage()
  bytes = 0
  let pieces = 0
  for (const text of write()) {
    bytes += writeSync(nowhere, text)
    // To ask for it after every piece would take a twentieth of the time that is measured.
    if (pieces++ % 32 === 0) peak = Math.max(peak, process.memoryUsage.rss())
  }
  const { user, system } = process.cpuUsage(began)
  times.push((user + system) / 1e6)
}
process.stdout.write(JSON.stringify({ times, bytes, memory: peak - before }))

function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}
