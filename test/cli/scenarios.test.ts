import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { formats } from '../../src/exports/formats.ts'
import { baseWith, dossier, emptyFolder } from './run-dossier.ts'

const broken = { 'people/knut.yaml': 'type: person\nname: "Knut\n' }
const uncited = {
  'people/knut.yaml': 'type: person\nname: Knut\nrelations:\n  - partner-of: hildebrand\n',
}

describe('check', () => {
  test('sound data: one line, exit 0', () => {
    expect(dossier(['check'], baseWith())).toEqual({
      stdout: 'graph-data: 4 entities, 1 relation, 1 source in 5 files: no problems.\n',
      stderr: '',
      code: 0,
    })
  })

  test('is found upwards from a folder inside the base', () => {
    expect(dossier(['check'], join(baseWith(), 'graph-data/people')).code).toBe(0)
  })

  test('a broken file: the place, the reason, exit 1', () => {
    const { stdout, stderr, code } = dossier(['check'], baseWith(broken))
    expect(stdout).toMatchInlineSnapshot(`
      "people/knut.yaml:2:7  error  yaml-syntax
        A quote is opened here and never closed. Add the closing "; a text that goes on in the next lines must be indented deeper than its key.

        1 │ type: person
        2 │ name: "Knut
          │       ^

      graph-data: 4 entities, 1 relation, 1 source in 6 files: 1 error.
      "
    `)
    expect([stderr, code]).toEqual(['', 1])
  })

  test('a warning is exit 0, and 1 under --strict', () => {
    const folder = baseWith(uncited)
    expect(dossier(['check'], folder).code).toBe(0)
    expect(dossier(['check', '--strict'], folder).code).toBe(1)
  })

  test('the shipped data pass --strict', () => {
    expect(dossier(['check', '--strict', '--no-cache']).code).toBe(0)
  })

  test('--json is one document with places', () => {
    const { stdout, code } = dossier(['check', '--json'], baseWith(broken))
    const { version, errors, diagnostics } = JSON.parse(stdout)
    expect([version, errors, code]).toEqual([1, 1, 1])
    expect(diagnostics[0]).toMatchObject({
      code: 'yaml-syntax',
      file: 'people/knut.yaml',
      line: 2,
      column: 7,
      source: 'name: "Knut',
      mark: [7, 8],
    })
  })

  test('--max-warnings is a limit', () => {
    const folder = baseWith(uncited)
    expect(dossier(['check', '--max-warnings', '1'], folder).code).toBe(0)
    expect(dossier(['check', '--max-warnings', '0'], folder).code).toBe(1)
  })

  test('--format github: one annotation a line, whatever the message holds', () => {
    const folder = baseWith({
      'people/knut.yaml': 'type: person\nname: Knut\n"a\\n::error::x%": y\n',
    })
    const { stdout } = dossier(['check', '--format', 'github'], folder)
    expect(stdout).toMatchInlineSnapshot(`
      "::error file=graph-data/people/knut.yaml,line=3,col=1,endColumn=17,title=unknown-key::An entity has no key "a\\u{a}::error::x%25". Its keys are type, name, aliases, summary, unnamed, count, when, cite, attributes and relations.
      "
    `)
  })

  test('--format github: ten of a level, and how many more', () => {
    const keys = Array.from({ length: 14 }, (_, index) => `key-${index}: x`).join('\n')
    const folder = baseWith({ 'people/knut.yaml': `type: person\nname: Knut\n${keys}\n` })
    const lines = dossier(['check', '--format', 'github'], folder).stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[10]).toContain('4 more errors')
  })

  test('--format sarif', async () => {
    const { stdout } = dossier(
      ['check', '--format', 'sarif'],
      baseWith({ ...broken, ...{ 'people/ada lovelace.yaml': 'type: person\nname: Ada\n' } }),
    )
    await expect(stdout).toMatchFileSnapshot('golden/check.sarif')
  })

  test('colours on demand, and NO_COLOR wins', () => {
    const folder = baseWith(broken)
    const sequence = '\u001b['
    expect(dossier(['check'], folder, { FORCE_COLOR: '1' }).stdout).toContain(sequence)
    expect(dossier(['check'], folder, { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain(
      escape,
    )
    expect(dossier(['check'], folder).stdout).not.toContain(sequence)
  })

  test('text from the data cannot act on the terminal', () => {
    const folder = baseWith({
      'people/knut.yaml': 'type: person\nname: "Knut"\nnote\u001b[2J: x\n',
    })
    const { stdout } = dossier(['check'], folder)
    expect(stdout).toContain('\\u{1b}[2J')
    expect(stdout).not.toContain('\u001b')
  })
})

describe('a base that is not there', () => {
  test('an empty folder has no ontology', () => {
    const { stdout, code } = dossier(['check', '--data', '.'], emptyFolder())
    expect(stdout).toContain('There is no ontology.yaml here.')
    expect(code).toBe(1)
  })

  test('a missing folder', () => {
    const outcome = dossier(['check', '--data', 'nowhere'], emptyFolder())
    expect(outcome).toEqual({
      stdout: '',
      stderr:
        'There is no folder "nowhere". "--data" takes a knowledge base or its graph-data folder.\n',
      code: 2,
    })
  })

  test('no base here or above', () => {
    const { stderr, code } = dossier(['check'], emptyFolder())
    expect(stderr).toContain('There is no knowledge base here')
    expect(code).toBe(2)
  })
})

describe('wrong words', () => {
  test.each([
    [['chek'], 'Did you mean check?'],
    [['check', '--strct'], 'Did you mean --strict?'],
    [['path', 'hildebrand'], "missing required argument 'to'"],
    [
      ['path', 'hildebrnd', 'bergen'],
      'There is no entity "hildebrnd". Did you mean "hildebrand" (Hildebrand Veckinchusen)?',
    ],
    [['path', 'hildebrand', 'hildebrand'], 'A path needs two.'],
    [['path', 'hildebrand', 'bergen', '--max', '40'], '"--max 40" is outside of that'],
    [['path', 'hildebrand', 'bergen', '--via', 'memberof'], 'Did you mean "member-of"?'],
    [['path', 'hildebrand', 'bergen', '--through', 'cty'], 'Did you mean "city"?'],
    [['path', 'hildebrand', 'bergen', '--as-of', 'May 1401'], 'Did you mean "1401-05"?'],
    [['show', 'nobody-at-all'], 'Look around with "dossier find".'],
    [['neighbours', 'hildebrand', '--kind', 'affilation'], 'Did you mean "affiliation"?'],
    [['export', 'gexff'], 'Did you mean "gexf"?'],
    [['export', 'json', '--static'], '"--static" means nothing for json.'],
    [['export', 'gexf', '--table', 'nodes'], '"--table" means nothing for gexf.'],
    [['export', 'json', '--about', 'ada'], '"--about" means nothing for json.'],
    [['export', 'csv'], 'Name a folder for them, as in "-o tables/"'],
    [['export', 'csv', '-o', 'out.csv'], 'or one of them, as in "--table nodes"'],
    [
      ['export', 'csv', '--table', 'node'],
      'Choose from nodes, edges, claims, sources, entity-types, relation-types, identity.',
    ],
    [['export', 'csv', '-o', 'no/such/tables/'], 'its folder does not exist'],
    [['export', 'csv', '-o', 'graph-data/ontology.yaml'], 'it is no folder'],
    [['export', 'json', '--base', 'https://example.org/'], '"--base" means nothing for json.'],
    [['export', 'turtle', '--base', 'here'], 'such as https://example.org/graph/.'],
    [['export', 'json', '-o', 'no/such/folder.json'], 'its folder does not exist'],
    [['stats', '--hops', '2'], 'needs "--around ID"'],
    [['stats', '--type', ''], 'It takes one name or more.'],
    [['find', 'hildebrand', '--limit', '0'], 'It takes a whole number from 1 on.'],
    [['serve', '--port', 'eighty'], 'It takes a whole number.'],
    [['serve', '--port', '70000'], 'A port is a number from 0 to 65535'],
  ])('dossier %j', (words, message) => {
    const { stdout, stderr, code } = dossier(words, baseWith())
    expect(stderr).toContain(message)
    expect([stdout, code]).toEqual(['', 2])
  })

  test('nothing at all shows the help and is wrong use', () => {
    const { stderr, code } = dossier([], baseWith())
    expect(stderr).toContain('Usage: dossier')
    expect(code).toBe(2)
  })
})

describe('explain', () => {
  test('a code', () => {
    const { stdout, code } = dossier(['explain', 'broken-reference'], emptyFolder())
    expect(stdout).toContain('An id that leads to no entity.')
    expect(code).toBe(0)
  })

  test('all codes, and one that was misspelt', () => {
    expect(dossier(['explain']).stdout).toContain('  unknown-locator\n')
    expect(dossier(['explain', 'broken-referense']).stderr).toContain(
      'Did you mean "broken-reference"?',
    )
  })
})

describe('help', () => {
  test.each(commands.map(({ name, examples }) => [name, examples] as const))(
    '%s',
    (name, examples) => {
      const { stdout, code } = dossier([name, '--help'])
      expect(code).toBe(0)
      for (const example of examples) expect(stdout).toContain(example)
    },
  )

  test('--version', () => {
    expect(dossier(['--version'])).toEqual({ stdout: '0.1.0\n', stderr: '', code: 0 })
  })
})

describe('questions', () => {
  test('path reads as cited sentences', async () => {
    const { stdout, code } = dossier(['path', 'makhdum-nusrat', 'al-qaeda'])
    expect(code).toBe(0)
    await expect(stdout).toMatchFileSnapshot('golden/path-nusrat-al-qaeda.txt')
  })

  test('path --json is the contract of design 7', () => {
    const answer = JSON.parse(
      dossier(['path', 'Makhdum Nusrat', 'al Qaeda', '--json', '--max', '2']).stdout,
    )
    expect(answer).toMatchObject({
      version: 1,
      question: { from: 'makhdum-nusrat', to: 'al-qaeda', options: { max: 2 } },
      truncated: false,
    })
    expect(Object.keys(answer.paths[0])).toEqual(['length', 'weakest', 'together', 'hops'])
    expect(answer.paths[0].hops[0]).toMatchObject({
      edge: 'makhdum-nusrat--leads--imu',
      from: 'makhdum-nusrat',
      to: 'imu',
      relation: 'leads',
      forward: true,
      saidBy: ['isaf'],
    })
  })

  test('paths do not run through places unless asked to', () => {
    const words = ['path', 'kunduz', 'helmand', '--avoid', 'actor,event']
    expect(dossier(words).stdout).toContain('"--through place" lets them.')
    expect(dossier([...words, '--through', 'place']).stdout).toContain('lies in')
  })

  test.each([
    ['show', ['show', 'imu-commander-captured-2011-04']],
    ['show-edge', ['show', 'makhdum-nusrat--leads--imu']],
    ['find', ['find', 'al-Kaida']],
    ['neighbours', ['neighbours', 'ilhom']],
    ['stats', ['stats']],
  ])('%s', async (name, words) => {
    const { stdout, stderr, code } = dossier(words)
    expect([stderr, code]).toEqual(['', 0])
    await expect(stdout).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test('find tells by what an entity was found, where its name does not', () => {
    const line = (text: string, id: string) =>
      dossier(['find', text])
        .stdout.split('\n')
        .find((found) => found.startsWith(`${id} `))
        ?.replace(/ +/g, ' ')
    const imu = 'imu Islamic Movement of Uzbekistan (Armed group)'
    expect(line('Islamic Movement of Uzbekistan', 'imu')).toBe(imu)
    expect(line('IMU', 'imu')).toBe(`${imu}, also IMU`)
    expect(line('United States', 'united-states')).toBe('united-states US (State), by its id')
    expect(line('strongholds in northern Afghanistan', 'imu')).toMatch(/group\): .*strongholds in/)
  })

  test('stats counts every paragraph of a range, once', () => {
    const folder = baseWith({
      'sources/letters.yaml': 'title: Letters\nparagraphs: 14\n',
      'people/knut.yaml': `type: person
name: Knut
relations:
  - partner-of: hildebrand
    cite: [letters#p3-p5, letters#p5, letters#p9]
`,
    })
    expect(dossier(['stats'], folder).stdout).toContain(
      '1 claim from 4 of 14 paragraphs; 1 rests on it alone.',
    )
  })

  test('damaged data still answer, say so on stderr, and exit 1', () => {
    const { stdout, stderr, code } = dossier(['neighbours', 'hildebrand'], baseWith(broken))
    expect(stdout).toContain('1 relation to 1 entity')
    expect(stderr).toContain('The data has an error (in people/knut.yaml)')
    expect(code).toBe(1)
  })
})

describe('export', () => {
  test('json on stdout is a graph that graphology imports', () => {
    const { stdout } = dossier(['export', 'json'])
    const graph = MultiDirectedGraph.from(JSON.parse(stdout))
    expect(graph.order).toBe(graph.getAttribute('counts').entities)
  })

  test('to a file: the same bytes, a word on stderr, nothing on stdout', () => {
    const folder = baseWith()
    const { stdout, stderr, code } = dossier(
      ['export', 'gexf', '-o', 'out.gexf', '--report'],
      folder,
    )
    expect([stdout, code]).toEqual(['', 0])
    expect(stderr).toContain('Wrote 4 entities and 1 relation to out.gexf.')
    expect(readFileSync(join(folder, 'out.gexf'), 'utf8')).toBe(
      dossier(['export', 'gexf'], folder).stdout,
    )
  })

  test('a link keeps leading to its file, which is replaced', () => {
    const folder = baseWith({ 'old.json': 'old' })
    symlinkSync('graph-data/old.json', join(folder, 'link.json'))
    expect(dossier(['export', 'json', '-o', 'link.json'], folder).code).toBe(0)
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
    const written = readFileSync(join(folder, 'graph-data/old.json'), 'utf8')
    expect(JSON.parse(written).nodes).toHaveLength(4)
  })

  test('a link that leads nowhere yet makes its file', () => {
    const folder = baseWith()
    symlinkSync('new.json', join(folder, 'link.json'))
    expect(dossier(['export', 'json', '-o', 'link.json'], folder).code).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'new.json'), 'utf8')).nodes).toHaveLength(4)
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
  })

  test('a pipe is written to and stays a pipe', () => {
    const folder = baseWith()
    const main = resolve('dist/bin/dossier.js')
    const { stdout } = spawnSync(
      'bash',
      [
        '-c',
        `mkfifo pipe; timeout 20 cat pipe & "$0" "${main}" export json -o pipe; test -p pipe || exit; wait`,
        process.execPath,
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(stdout).toBe(dossier(['export', 'json'], folder).stdout)
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true)
  })

  test('--report says what the format cannot hold, and counts what this graph has of it', () => {
    const report = (format: string) =>
      dossier(['export', format, '-o', 'out', '--report'], baseWith()).stderr.split('\n')
    expect(report('json')).toContain('Of what can be counted, this graph lost nothing.')
    const gexf = report('gexf')
    expect(gexf).toContain('What gexf cannot hold of any graph:')
    for (const sentence of formats.gexf.cannotHold) expect(gexf).toContain(`  ${sentence}`)
    expect(gexf).toContain('  sources left only their ids in citations: 1 (for example ledger)')
  })

  test('--report json is the last line of stderr, and zero where nothing is lost', () => {
    const report = (words: string[]) => {
      const { stderr } = dossier(['export', ...words, '--report', 'json'], baseWith())
      return JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '')
    }
    expect(report(['json'])).toEqual({
      version: 1,
      format: 'json',
      lost: 0,
      losses: [],
      cannotHold: formats.json.cannotHold,
    })
    const { lost, losses, cannotHold } = report(['gexf', '-o', 'out.gexf'])
    expect(losses).toContainEqual({
      kind: 'sources-left-out',
      count: 1,
      what: 'sources left only their ids in citations',
      example: 'ledger',
    })
    expect(lost).toBe(losses.reduce((sum: number, { count }: { count: number }) => sum + count, 0))
    expect(cannotHold).toEqual(formats.gexf.cannotHold)
  })

  test.each([
    ['hildebrand', '1 entity and 1 relation'],
    ['bruges', '1 entity and 0 relations'],
  ])('the dossier of %s is told by its own size', (about, size) => {
    const words = ['export', 'markdown', '--about', about, '-o', 'one.md']
    expect(dossier(words, baseWith()).stderr).toBe(`Wrote ${size} to one.md.\n`)
  })

  test('csv goes into a folder as seven tables, or one of them to stdout', () => {
    const folder = baseWith()
    const { stderr, code } = dossier(['export', 'csv', '-o', 'tables/'], folder)
    expect([stderr, code]).toEqual(['Wrote 4 entities and 1 relation to tables/.\n', 0])
    expect(readdirSync(join(folder, 'tables')).sort()).toEqual([
      'claims.csv',
      'edges.csv',
      'entity-types.csv',
      'identity.csv',
      'nodes.csv',
      'relation-types.csv',
      'sources.csv',
    ])
    const { stdout } = dossier(['export', 'csv', '--table', 'claims'], folder)
    expect(stdout).toBe(readFileSync(join(folder, 'tables/claims.csv'), 'utf8'))
    expect(dossier(['export', 'csv', '-o', 'tables', '--raw'], folder).code).toBe(0)
    expect(readFileSync(join(folder, 'tables/claims.csv'), 'utf8')).toMatch(/^claim,rival,/)
  })

  test('--base gives the data of an RDF store its names', () => {
    const begins = (words: readonly string[]) =>
      dossier(['export', 'turtle', ...words]).stdout.split('\n')[0]
    expect(begins([])).toBe(
      '@prefix entity: <urn:dossier:the-imu-in-northern-afghanistan:entity/> .',
    )
    expect(begins(['--base', 'https://example.org/graph#'])).toBe(
      '@prefix entity: <https://example.org/graph#entity/> .',
    )
  })

  test('a message cannot act on the terminal', () => {
    const folder = baseWith()
    const { stderr } = dossier(['export', 'json', '-o', 'a\u001b[2J\nb'], folder)
    expect(stderr).toMatch(/^Wrote .* to a\\u\{1b\}\[2J\\u\{a\}b\.\n$/)
  })

  test('a part keeps the positions of the whole', () => {
    const nodes = (words: string[]) =>
      new Map<string, number>(
        JSON.parse(dossier(['export', 'json', ...words]).stdout).nodes.map(
          ({ key, attributes }: { key: string; attributes: { x: number } }) => [key, attributes.x],
        ),
      )
    const [whole, part] = [nodes([]), nodes(['--around', 'ilhom', '--hops', '1'])]
    expect(part.size).toBeGreaterThan(2)
    expect(part.size).toBeLessThan(whole.size)
    for (const [key, x] of part) expect(x).toBe(whole.get(key))
  })

  test('a closed pipe is no error', () => {
    const main = resolve('dist/bin/dossier.js')
    const { stderr, stdout } = spawnSync(
      'bash',
      ['-c', `"$0" "${main}" export json | head -c 1; echo " \${PIPESTATUS[0]}"`, process.execPath],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe('{ 0\n')
    expect(stderr).toBe('')
  })
})
