import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import louvain from 'graphology-communities-louvain'
import { describe, expect, test } from 'vitest'
import { type Dossier, openDossier, WrongQuestion } from '../src/index.ts'

const dossier = await openDossier('graph-data')

describe('the shipped data in a script', () => {
  test('answers with paths that print as numbered, cited sentences', () => {
    const printed: string[] = []
    for (const path of dossier.paths('makhdum-nusrat', 'al-qaeda', { max: 4, asOf: '2011' })) {
      printed.push(path.toString(), `${path.length} ${path.hops.length}`)
    }
    expect(printed.length).toBeGreaterThan(0)
    for (const [index, text] of printed.entries()) {
      expect(text).toMatch(
        index % 2 === 0 ? /^ {2}1\. Makhdum Nusrat .*\[lwj-nusrat#p/s : /^(\d) \1$/,
      )
    }
  })

  test('gives the same paths as a list, and takes names for ids', () => {
    const byId = dossier.paths('makhdum-nusrat', 'al-qaeda', { all: true, max: 3 })
    const byName = dossier.paths('Makhdum Nusrat', 'al Qaeda', { all: true, max: 3 })
    expect([...byId].map(String)).toEqual(byId.paths.map(String))
    expect(byName.paths.map(String)).toEqual([...byId].map(String))
    expect(byId.truncated).toBe(false)
  })

  test('keeps to the time that is asked for', () => {
    const whens = (asOf: string) =>
      dossier
        .paths('makhdum-nusrat', 'imu', { all: true, max: 2, asOf })
        .paths.flatMap(({ hops }) => hops.map(({ when }) => when))
    expect(whens('2012')).toContain('/2012')
    expect(whens('2013')).not.toContain('/2012')
  })

  test('finds, and looks around', () => {
    expect(dossier.find('al-Kaida', 1)).toMatchObject([{ id: 'al-qaeda' }])
    const around = dossier.neighbours('Makhdum Nusrat', { relation: ['leads'] })
    expect(around.length).toBeGreaterThan(0)
    for (const { relation, sentence } of around) {
      expect([relation, sentence]).toEqual(['leads', expect.stringContaining('Makhdum Nusrat')])
    }
  })

  test('throws a wrong question to the one who asked it', () => {
    expect(() => dossier.paths('makhdum-nusrat', 'al-qaedda')).toThrow(WrongQuestion)
    expect(() => dossier.neighbours('nobody')).toThrow('There is no entity "nobody".')
  })

  test('has a graph on which the graphology library works, with positions', () => {
    const { graph } = dossier
    expect([graph.type, graph.multi]).toEqual(['directed', true])
    const communities = louvain(graph, { rng: () => 0.5 })
    expect(Object.keys(communities)).toEqual(graph.nodes())
    expect(graph.everyNode((_, { x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
    expect(dossier.graph).toBe(graph)
    expect(
      graph.filterOutEdges('makhdum-nusrat', (_, { relation }) => relation === 'leads'),
    ).not.toEqual([])
  })

  test('has no errors', () => {
    expect(dossier.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

test('a folder that is not there rejects with the code of the system', async () => {
  await expect(openDossier('no-such-folder')).rejects.toMatchObject({ code: 'ENOENT' })
})

test('broken data gives diagnostics and the graph of the rest', async () => {
  const broken = await open({
    'ontology.yaml': `name: Broken
entities: { person: {} }
relations: { knows: { symmetric: true, from: person, to: person, says: "{source} knows {target}" } }
`,
    'ada.yaml': 'type: person\nname: Ada\nrelations: [{ knows: [bob, nobody] }]\n',
    'bob.yaml': 'type: person\nname: Bob\n',
    'torn.yaml': 'type: person\nname: "Torn\n',
  })
  expect(broken.diagnostics.map(({ code, span }) => `${span.file} ${code}`)).toEqual([
    'ada.yaml uncited-claim',
    'ada.yaml uncited-claim',
    'ada.yaml broken-reference',
    'torn.yaml yaml-syntax',
  ])
  expect(broken.graph.nodes()).toEqual(['ada', 'bob'])
  expect(broken.paths('ada', 'bob').paths.map(String)).toEqual([
    expect.stringContaining('1. Ada knows Bob.'),
  ])
})

test('a folder without data is an empty graph and says what is missing', async () => {
  const empty = await open({})
  expect(empty.diagnostics.map(({ code }) => code)).toEqual(['ontology-missing'])
  expect(empty.graph.order).toBe(0)
  expect(empty.find('anything')).toEqual([])
})

async function open(texts: Record<string, string>): Promise<Dossier> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  try {
    for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text)
    return await openDossier(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
