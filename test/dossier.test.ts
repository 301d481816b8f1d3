import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import louvain from 'graphology-communities-louvain'
import { describe, expect, test } from 'vitest'
import {
  BadData,
  type Dossier,
  NoBase,
  type OpenOptions,
  openDossier,
  WrongQuestion,
} from '../src/index.ts'
import { dossier as shell } from './cli/run-dossier.ts'

const dossier = await openDossier('graph-data')

/** The questions as plain JavaScript sees them. */
type Untyped = Record<keyof Dossier, (...words: unknown[]) => unknown>
const ends = ['makhdum-nusrat', 'al-qaeda']
const stop = new AbortController().signal

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
    expect(around.total).toBeGreaterThan(0)
    for (const { relation, sentence } of around) {
      expect([relation, sentence]).toEqual(['leads', expect.stringContaining('Makhdum Nusrat')])
    }
  })

  test('throws a wrong question to the one who asked it', () => {
    expect(() => dossier.paths('makhdum-nusrat', 'al-qaedda')).toThrow(WrongQuestion)
    expect(() => dossier.neighbours('nobody')).toThrow('There is no entity "nobody".')
  })

  const slips: [string, (asked: Untyped) => unknown, string][] = [
    ['a misspelt option', (d) => d.paths(...ends, { asof: '2011' }), 'Did you mean "asOf"?'],
    ['a strange option', (d) => d.groups({ colours: 3 }), 'There is no option "colours".'],
    ['a text for a list', (d) => d.neighbours('isaf', { type: 'group' }), '"type" takes a list'],
    ['a number for a list', (d) => d.between({ among: 3 }), '"among" takes a list of texts'],
    ['a list of numbers', (d) => d.timeline('isaf', { source: [3] }), '"source" takes a list'],
    ['a text for a number', (d) => d.common(...ends, { limit: '4' }), '"limit" takes a number'],
    ['a text for a truth', (d) => d.paths(...ends, { all: 'no' }), '"all" takes true or false'],
    ['a number for a text', (d) => d.statistics({ asOf: 2011 }), '"asOf" takes a text'],
    ['no signal', (d) => d.expand(['isaf'], { signal: {} }), '"signal" takes an AbortController'],
    [
      'a signal that nobody would hear',
      (d) => d.statistics({ signal: stop }),
      'no option "signal"',
    ],
    ['a text for options', (d) => d.neighbours('isaf', 'group'), 'Options are an object'],
    ['nothing for options', (d) => d.neighbours('isaf', null), 'Options are an object'],
    ['a text for entities', (d) => d.expand('isaf'), 'Name the entities as a list'],
    ['no entity', (d) => d.show(undefined), 'An entity is named by a text'],
  ]
  test.each(slips)('tells a script without types of %s', (_, ask, message) => {
    expect(() => ask(dossier as unknown as Untyped)).toThrow(WrongQuestion)
    expect(() => ask(dossier as unknown as Untyped)).toThrow(message)
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

describe('every answer', () => {
  const asked: Record<string, [{ toString: () => string }, string[]]> = {
    neighbours: [
      dossier.neighbours('imu', { by: 'time', limit: 3 }),
      ['imu', '--by', 'time', '--limit', '3'],
    ],
    common: [dossier.common('ilhom', 'Makhdum Nusrat'), ['ilhom', 'Makhdum Nusrat']],
    between: [dossier.between({ type: ['person'], top: 3 }), ['--type', 'person', '--top', '3']],
    groups: [dossier.groups({ kind: ['alliance'], limit: 10 }), ['--kind', 'alliance']],
    timeline: [
      dossier.timeline('isaf', { certain: true, asOf: '2012' }),
      ['isaf', '--certain', '--as-of', '2012'],
    ],
    show: [dossier.show('ilhom'), ['ilhom']],
    stats: [dossier.statistics({ type: ['actor'] }), ['--type', 'actor']],
  }

  test.each(Object.entries(asked))(
    'to %s prints and serializes as in the shell',
    (name, [answer, words]) => {
      expect(`${answer}\n`).toBe(shell([name, ...words]).stdout)
      const { version, ...told } = JSON.parse(shell([name, ...words, '--json']).stdout)
      expect([version, JSON.parse(JSON.stringify(answer))]).toEqual([1, told])
    },
  )

  test('can be walked, one item after the other', () => {
    const around = dossier.neighbours('imu')
    expect([...around].map(String)).toEqual(around.neighbours.map(String))
    expect(around.neighbours).toBe(around.neighbours)
    expect([...dossier.common('ilhom', 'makhdum-nusrat')]).toHaveLength(3)
    expect([...dossier.groups()][0]?.centre).toBe('imu')
    expect([...dossier.timeline('isaf')][0]?.when).toBe('2011-04')
    expect([...dossier.between({ top: 1 })][0]?.entity).toBe('imu')
  })

  test('of a hub costs who stops early nothing for the rest', () => {
    const labels = new Set<string>()
    const { graph } = dossier
    const getNodeAttribute = graph.getNodeAttribute.bind(graph)
    const spied = (node: string, name: 'label') => {
      labels.add(node)
      return getNodeAttribute(node, name)
    }
    graph.getNodeAttribute = spied as typeof graph.getNodeAttribute
    try {
      for (const _ of dossier.neighbours('imu')) break
    } finally {
      graph.getNodeAttribute = getNodeAttribute
    }
    expect([...labels].sort()).toEqual(['al-qaeda', 'imu'])
  })

  test('to who connects others can be awaited, and stopped', async () => {
    const { signal } = new AbortController()
    expect(await dossier.between({ top: 2, signal })).toEqual(dossier.between({ top: 2 }))
    const stopped = dossier.between({ signal: AbortSignal.abort(new Error('Enough.')) })
    await expect(stopped).rejects.toThrow('Enough.')
  })

  test('ends when a signal says so: before it is given, and between two of its items', async () => {
    const gone = { signal: AbortSignal.abort(new Error('Enough.')) }
    const asked = [
      () => dossier.paths('ilhom', 'isaf', gone),
      () => dossier.neighbours('imu', gone),
      () => dossier.expand(['imu'], gone),
      () => dossier.common('ilhom', 'isaf', gone),
      () => dossier.groups(gone),
      () => dossier.timeline('imu', gone),
    ]
    for (const ask of asked) expect(ask).toThrow('Enough.')
    const stop = new AbortController()
    const walk = async () => {
      let seen = 0
      for (const _ of dossier.neighbours('imu', { signal: stop.signal })) {
        await null
        if (++seen === 2) stop.abort(new Error(`Enough after ${seen}.`))
      }
    }
    await expect(walk()).rejects.toThrow('Enough after 2.')
    const { signal } = new AbortController()
    expect([...dossier.paths('ilhom', 'isaf', { signal })].map(String)).toEqual(
      [...dossier.paths('ilhom', 'isaf')].map(String),
    )
  })

  test('to how two are connected says what is in the way where they are not', () => {
    const none = dossier.paths('ilhom', 'isaf', { avoid: ['operation'], kind: ['operation'] })
    expect(none.paths).toEqual([])
    expect(none.obstacles?.reached.from).toBeGreaterThan(0)
    expect(String(none)).toMatch(/^There is no such path\.\n./)
    expect(dossier.paths('ilhom', 'isaf').obstacles).toBeUndefined()
  })

  test('to which entity a word names is its id', () => {
    expect(dossier.id('islamic movement of UZBEKISTAN')).toBe('imu')
    expect(() => dossier.id('imuu')).toThrow('Did you mean "imu"')
  })
})

describe('a base is opened', () => {
  test('from its own folder as well', async () => {
    expect((await openDossier('.')).graph.order).toBe(dossier.graph.order)
  })

  test('in part, with its entities where they stand in the whole', async () => {
    const part = await openDossier('graph-data', { only: { kind: ['alliance'], type: ['group'] } })
    expect(part.graph.size).toBe(5)
    part.graph.forEachNode((id, { x, y }) => {
      expect([x, y]).toEqual([
        dossier.graph.getNodeAttribute(id, 'x'),
        dossier.graph.getNodeAttribute(id, 'y'),
      ])
    })
    expect(part.paths('al-qaeda', 'taliban').paths[0]?.length).toBe(2)
    expect(() => part.show('ilhom')).toThrow(WrongQuestion)
    await expect(openDossier('graph-data', { only: { kind: ['aliance'] } })).rejects.toThrow(
      'Did you mean "alliance"?',
    )
    const misspelt = { only: { kinds: ['alliance'] } } as OpenOptions
    await expect(openDossier('graph-data', misspelt)).rejects.toThrow('Did you mean "kind"?')
  })

  test('unless it is stopped', async () => {
    const signal = AbortSignal.abort(new Error('Enough.'))
    await expect(openDossier('graph-data', { signal })).rejects.toThrow('Enough.')
  })

  test('unless there is none, which is said with the code of the system', async () => {
    const missing = openDossier('no-such-folder')
    await expect(missing).rejects.toBeInstanceOf(NoBase)
    await expect(missing).rejects.toMatchObject({
      code: 'ENOENT',
      message: expect.stringContaining('The folder "no-such-folder" cannot be read (ENOENT).'),
    })
    await expect(openDossier('package.json')).rejects.toMatchObject({ code: 'ENOTDIR' })
  })

  test('strictly: errors, or even warnings, are thrown with their places', async () => {
    const warned = {
      'ontology.yaml':
        'name: Small\nentities: { person: {} }\nrelations: { knows: { symmetric: true, from: person, to: person, says: "{source} knows {target}" } }\n',
      'ada.yaml': 'type: person\nname: Ada\nrelations: [{ knows: bob }]\n',
      'bob.yaml': 'type: person\nname: Bob\n',
    }
    expect((await open(warned, { throwOn: 'errors' })).graph.order).toBe(2)
    await expect(open(warned, { throwOn: 'warnings' })).rejects.toThrow('The data has 1 problem.')
    const wrong = open(
      { ...warned, 'eve.yaml': 'type: person\nname: Eve\nrelations: [{ knows: bobb }]\n' },
      { throwOn: 'errors' },
    )
    await expect(wrong).rejects.toBeInstanceOf(BadData)
    await expect(wrong).rejects.toThrow(
      /^The data has 1 error\.\n\neve\.yaml:3:22 {2}error {2}broken-reference\n/,
    )
    await expect(wrong).rejects.toMatchObject({ diagnostics: { length: 3 } })
  })
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

async function open(texts: Record<string, string>, options: OpenOptions = {}): Promise<Dossier> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  try {
    for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text)
    return await openDossier(folder, options)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
