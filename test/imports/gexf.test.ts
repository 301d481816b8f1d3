import { DirectedGraph } from 'graphology'
import { write } from 'graphology-gexf'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { readSources } from '../../src/documents/read-sources.ts'
import { writeGexf } from '../../src/exports/gexf/write-gexf.ts'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { layoutGraph } from '../../src/graph/layout-graph.ts'
import { awkwardGraph } from '../exports/awkward-graph.ts'
import { compiled } from '../graph/sources-of.ts'
import { expectGolden } from './expect-golden.ts'
import { importFiles, importText } from './import-text.ts'
import { saidBy } from './same-graph.ts'

test.each([{}, { lossless: true }, { static: true }])(
  'the shipped data come back from their own export, minus the report: %j',
  async (options) => {
    const { graph } = compile(await readSources('graph-data'))
    layoutGraph(graph)
    const { files, remarks } = await importText('gexf', [...writeGexf(graph, options)].join(''))
    const again = compiled(files)
    expect(again.diagnostics).toEqual([])
    expect(remarks).toEqual([])
    const [one, other] = [saidBy(again.graph), saidBy(graph)]
    // The report says that values have their evidence as text only; of that text all but the quotes is read.
    expect(one.nodes).toEqual(withoutQuotes(other.nodes))
    expect(one.edges).toEqual(other.edges)
    expect(saidOf(again.graph)).toEqual(saidOf(graph))
  },
)

/** Of the ontology, what the format tells. */
function saidOf(graph: KnowledgeGraph) {
  const { ontology, name } = graph.getAttributes()
  const used = new Set(graph.mapEdges((_, { relation }) => relation))
  const types = graph.mapNodes((_, { types: [type = ''] }) => type)
  return {
    name,
    types: types.map((type) => [
      type,
      ontology.entities[type]?.types,
      ontology.entities[type]?.colour,
    ]),
    relations: [...used].map((relation) => [
      relation,
      ontology.relations[relation]?.label,
      ontology.relations[relation]?.kind,
      ontology.relations[relation]?.symmetric,
    ]),
  }
}

function withoutQuotes<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (key, item) => (key === 'quote' ? undefined : item))
}

test('an awkward graph comes back, minus what the format cannot hold', async () => {
  await expectGolden('gexf-own', await importText('gexf', [...writeGexf(awkwardGraph())].join('')))
  const lossless = [...writeGexf(awkwardGraph(), { lossless: true })].join('')
  const { graph } = compiled((await importText('gexf', lossless)).files)
  expect(graph.nodes()).toEqual(awkwardGraph().nodes())
  expect(graph.edges().sort()).toEqual(awkwardGraph().edges().sort())
})

test.each(['1.2', '1.3'] as const)('what graphology-gexf writes as version %s', async (version) => {
  const graph = new DirectedGraph()
  graph.addNode('a', {
    label: 'Ada <&>',
    born: 1815,
    noble: true,
    color: '#ff0000',
    x: 1,
    y: 2,
    size: 3,
  })
  graph.addNode('b', { label: 'Bob', born: 1791 })
  graph.addDirectedEdgeWithKey('e', 'a', 'b', { label: 'knew', weight: 2, place: 'London' })
  graph.addDirectedEdgeWithKey('f', 'b', 'a', { label: 'wrote to' })
  const { files } = await importText('gexf', write(graph, { version }))
  const again = compiled(files)
  expect(again.diagnostics).toEqual([])
  const said = (node: string) => {
    const { label, attributes } = again.graph.getNodeAttributes(node)
    const values = Object.entries(attributes).map(([name, [claim]]) => [name, claim?.value])
    return [label, Object.fromEntries(values)]
  }
  expect(again.graph.nodes().map(said)).toEqual([
    ['Ada <&>', { born: 1815, noble: 'true' }],
    ['Bob', { born: 1791 }],
  ])
  const ties = again.graph.mapEdges((edge, { note }) => [edge, note])
  expect(ties).toEqual([
    ['ada--knew--bob', 'weight: 2\nplace: London'],
    ['bob--wrote-to--ada', undefined],
  ])
})

test('GEXF 1.2 with everything that programs write', async () => {
  await expectGolden('gexf-foreign', await importText('gexf', foreign))
})

const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta lastmodifieddate="2020-01-01"><creator>Somebody's tool</creator><description>Court of <![CDATA[Weimar & Jena]]></description></meta>
<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
<attributes class="node" mode="static">
 <attribute id="0" title="Type" type="string"/>
 <attribute id="1" title="Born" type="integer"/>
 <attribute id="2" title="Works" type="liststring"/>
 <attribute id="3" title="Noble" type="boolean"><default>false</default></attribute>
 <attribute id="5" title="PageRank" type="double"/>
</attributes>
<attributes class="node" mode="dynamic"><attribute id="4" title="Office" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="Letters" type="integer"/></attributes>
<nodes>
 <node id="0" label="Goethe" start="1749-08-28" end="1832-03-22">
  <attvalues><attvalue for="0" value="Poet"/><attvalue for="1" value="1749"/><attvalue for="2" value="Faust|Götz"/>
   <attvalue for="4" value="minister" start="1779" end="1786"/><attvalue for="5" value="0.123456789012345678"/></attvalues>
  <viz:color r="255" g="0" b="0"/><viz:position x="1" y="2"/><viz:size value="3"/>
  <nodes><node id="1" label="Schiller"><attvalues><attvalue for="0" value="Poet"/><attvalue for="2" value="[&quot;Die Räuber, 1781&quot;, &quot;Wallenstein&quot;]"/></attvalues><viz:color r="255" g="0" b="0"/></node></nodes>
 </node>
 <node id="2" label="Karl August"><attvalues><attvalue id="0" value="Duke"/><attvalue for="3" value="true"/></attvalues><viz:color hex="#00f"/></node>
</nodes>
<edges>
 <edge id="0" source="0" target="1" label="friends" weight="2.5"><attvalues><attvalue for="0" value="1000"/></attvalues>
  <spells><spell start="1794" end="1800-06"/><spell start="1801" end="1805-05-09"/></spells></edge>
 <edge id="1" source="2" target="0" type="directed" kind="employs" label="pays" start="1775"/>
 <edge id="2" source="0" target="0" type="directed" kind="employs"/>
 <edge source="1" target="9" type="directed"/>
</edges>
</graph></gexf>`

test.each([
  ['entities', '<!DOCTYPE g [<!ENTITY a "aaaa">]><gexf>&a;</gexf>', /DOCTYPE/],
  ['an unknown entity', '<gexf>&lol;</gexf>', /not XML that can be read/],
  ['an external entity', '<!DOCTYPE g SYSTEM "file:///etc/passwd"><gexf/>', /DOCTYPE/],
  ['another format', '<graphml><graph/></graphml>', /no GEXF.*"graphml"/],
  ['depth', `<gexf>${'<a>'.repeat(1000)}`, /more than 64 levels/],
  ['half a file', '<gexf><graph><nodes><node id="a"', /not XML/],
  ['nothing', '', /not XML/],
  ['no XML', 'id,label\n1,2\n', /not XML/],
])('%s: a message with the way out', async (_, text, message) => {
  expect(await importFiles('gexf', { 'bad.gexf': text })).toMatch(message)
})

test('the evidence of a rival comes back, also where its source is cited nowhere else, and numbers of lists do', async () => {
  const graph = awkwardGraph()
  const { attributes } = graph.getNodeAttributes('raid')
  const [claim] = attributes['killed-count'] ?? []
  const told = { confidence: 'possible', inferred: 'a, b', note: 'lwj, possible' } as const
  claim?.rivals.push({ value: 30, citations: [{ source: 'unread' }], saidBy: [], ...told })
  graph.setNodeAttribute('bob', 'attributes', {
    scores: [1, 2.5].map((value) => ({ ...(claim ?? never()), rivals: [], value })),
  })
  const { files, remarks } = await importText('gexf', [...writeGexf(graph)].join(''))
  const again = compiled(files).graph
  const [count] = again.getNodeAttributes('raid').attributes['killed-count'] ?? []
  expect(count?.rivals.at(-1)).toMatchObject({
    value: 30,
    citations: [{ source: 'unread' }],
    ...told,
  })
  const { scores = [] } = again.getNodeAttributes('bob').attributes
  expect(scores.map(({ value }) => value)).toEqual([1, 2.5])
  expect(remarks.map(({ kind }) => kind)).not.toContain('rivals-in-notes')
})

function never(): never {
  throw new Error('The awkward graph has counts.')
}

test('a weight or a time that is none is kept in words, and told', async () => {
  const { files, remarks } = await importText(
    'gexf',
    `<gexf><graph><nodes><node id="a" label="A"/><node id="b" label="B"/></nodes><edges>
     <edge id="e" source="a" target="b" weight="x"><spells><spell start="2009" end="2010"/>
     <spell start="2011" end="banana"/></spells></edge></edges></graph></gexf>`,
  )
  const [edge] = compiled(files).graph.mapEdges((_, attributes) => attributes)
  expect(edge).toMatchObject({ when: '2009/2010', note: 'weight: x\ntime: 2011 to banana' })
  expect(remarks.map(({ kind }) => kind)).toEqual(['values-in-notes', 'dates-in-notes'])
})

test('an error of XML ends in one full stop', async () => {
  const told = await importFiles('gexf', { 'bad.gexf': '<gexf><graph></gexf>' })
  expect(told).toMatch(/unexpected close tag\. Export it again/)
})

test('networkx numbers parallel edges, which says nothing of them, and may name them instead', async () => {
  const imported = async (keys: readonly (number | string)[]) => {
    const edges = keys.map(
      (key) =>
        `<edge source="a" target="b"><attvalues><attvalue for="0" value="${key}"/></attvalues></edge>`,
    )
    const { files } = await importText(
      'gexf',
      `<gexf><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="networkx_key"
       type="${typeof keys[0] === 'number' ? 'long' : 'string'}"/></attributes>
       <nodes><node id="a" label="A"/><node id="b" label="B"/></nodes><edges>${edges.join('')}</edges></graph></gexf>`,
    )
    return compiled(files).graph.mapEdges((_, { relation, note }) => ({ relation, note }))
  }
  expect(await imported([0])).toEqual([{ relation: 'linked-to', note: undefined }])
  expect(await imported(['knows', 'pays'])).toEqual([
    { relation: 'knows', note: undefined },
    { relation: 'pays', note: undefined },
  ])
})
