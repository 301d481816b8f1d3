import { pathToFileURL } from 'node:url'

// Prints the graph of a folder as `dossier export json` does, but with all nodes at one place. Usage: node print-graph.js DIST FOLDER

const [, , dist = '', folder = ''] = process.argv
const part = (path: string) => import(pathToFileURL(`${dist}/${path}`).href)
const { readSources } = await part('documents/read-sources.js')
const { compile } = await part('compile.js')
const { formats } = await part('exports/formats.js')

const { nodeLook } = await part('graph/node-look.js')
const { findDataFolder } = await part('cli/find-data-folder.js')

const { graph } = compile(await readSources(findDataFolder(folder)))
const { entities } = graph.getAttribute('ontology')
for (const node of graph.nodes()) {
  const look = nodeLook(
    graph.getNodeAttribute(node, 'type'),
    { x: 0, y: 0 },
    graph.degree(node),
    entities,
  )
  graph.mergeNodeAttributes(node, look)
}
process.stdout.write([...formats.json.write(graph, {})].join(''))
