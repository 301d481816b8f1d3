import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { MultiDirectedGraph } from 'graphology'
import { describe, expect, onTestFinished, test } from 'vitest'
import { baseWith, dossier } from './run-dossier.ts'

const viewerFiles = readdirSync('dist/viewer').filter((name) => name !== 'index.html')

/** The bytes of every file in a folder, as text of one byte a letter. */
function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  )
}

function siteOf(folder: string, words: readonly string[] = []): Record<string, string> {
  const { code, stderr } = dossier(['build', ...words], folder)
  expect(stderr).toMatch(/^Wrote \d+ .* to site\.\n$/)
  expect(code).toBe(0)
  return filesIn(join(folder, 'site'))
}

describe('a site', () => {
  test('is the viewer, the graph as the export writes it, and a page, each packed where that pays', () => {
    const folder = baseWith()
    const files = siteOf(folder)
    const plain = [...viewerFiles, 'graph.json', 'index.html']
    expect(plain.filter((name) => !(name in files))).toEqual([])
    expect(Object.keys(files).filter((name) => !/\.(br|gz)$/.test(name))).toEqual(
      ['.dossier-site.json', ...plain].sort(),
    )
    expect(files['graph.json']).toBe(
      Buffer.from(dossier(['export', 'json'], folder).stdout).toString('latin1'),
    )
    for (const name of viewerFiles) {
      expect(files[name]).toBe(readFileSync(join('dist/viewer', name), 'latin1'))
    }
    const bytes = (name: string) => readFileSync(join(folder, 'site', name))
    expect(brotliDecompressSync(bytes('viewer.js.br'))).toEqual(bytes('viewer.js'))
    expect(gunzipSync(bytes('graph.json.gz'))).toEqual(bytes('graph.json'))
    for (const name of Object.keys(files)) {
      const of = name.replace(/\.(br|gz)$/, '')
      if (of !== name) expect(bytes(name).length, name).toBeLessThan(bytes(of).length * 0.9)
    }
  })

  test('has the same bytes each time, and no address that begins at the root', () => {
    const folder = baseWith()
    const first = siteOf(folder)
    expect(siteOf(folder)).toEqual(first)
    expect(siteOf(baseWith())).toEqual(first)
    const addresses = [...(first['index.html'] ?? '').matchAll(/\b(?:src|href)="([^"]*)"/g)]
    expect(addresses.length).toBeGreaterThan(3)
    for (const [, address] of addresses) expect(address).toMatch(/^(data:,|[a-z.]+(\?[0-9a-f]+)?)$/)
  })

  test('says in its page what it is about', () => {
    const ontology = readFileSync('test/base/ontology.yaml', 'utf8')
    const files = siteOf(
      baseWith({
        'ontology.yaml': ontology.replace('Trade in the Hanse', `'Trade & "War" <1400'`),
      }),
    )
    expect(files['index.html']).toContain('<title>Trade &#38; &#34;War&#34; &#60;1400</title>')
    expect(files['index.html']).toContain(
      'name="description" content="A graph of 4 entities and 1 relation from 1 source, each claim with its evidence."',
    )
  })

  test('goes where "-o" says', () => {
    const folder = baseWith()
    expect(dossier(['build', '-o', 'public'], folder).stderr).toContain('1 relation to public.')
    expect(existsSync(join(folder, 'public/index.html'))).toBe(true)
    const { stderr, code } = dossier(['build', '-o', 'no/such/folder'], folder)
    expect([stderr, code]).toEqual([
      '"no/such/folder" cannot be written: its folder does not exist.\n',
      2,
    ])
  })
})

describe('a part', () => {
  const secret = {
    'sources/memo.yaml': 'title: Secret memo\nparagraphs: 3\nnote: Came from Knut.\n',
    'people/knut.yaml':
      'type: person\nname: Knut\nrelations:\n  - partner-of: hildebrand\n    cite: memo#p1\n',
  }

  test('is filtered as in export, and tells nothing of what was left out', () => {
    const folder = baseWith(secret)
    expect(siteOf(folder)['graph.json']).toContain('Secret memo')
    const words = ['--source', 'ledger', '--around', 'hildebrand', '--hops', '2']
    const files = siteOf(folder, words)
    const graph = MultiDirectedGraph.from(JSON.parse(files['graph.json'] ?? ''))
    const exported = JSON.parse(dossier(['export', 'json', ...words], folder).stdout)
    expect(graph.export().nodes).toEqual(exported.nodes)
    expect(graph.export().edges).toEqual(exported.edges)
    expect(graph.nodes()).not.toContain('knut')
    expect(Object.keys(graph.getAttribute('sources'))).toEqual(['ledger'])
    dossier(['build', '--single-file', ...words], folder)
    const page = readFileSync(join(folder, 'site.html'), 'utf8')
    for (const text of [...Object.values(files), page])
      expect(text).not.toMatch(/secret memo|knut/i)
  })

  test('a name that nothing has is told before anything is written', () => {
    const folder = baseWith()
    const { stderr, code } = dossier(['build', '--type', 'persn'], folder)
    expect([stderr.includes('Did you mean "person"?'), code]).toEqual([true, 2])
    expect(readdirSync(folder)).toEqual(['graph-data'])
  })
})

describe('nothing is written', () => {
  test.each([
    ['site', ['build']],
    ['site.html', ['build', '--single-file']],
  ])('through a link in the place of %s that nobody has named', (name, words) => {
    const folder = baseWith()
    const mine = join(folder, '..', `${basename(folder)}-mine`)
    onTestFinished(() => rmSync(mine, { recursive: true, force: true }))
    if (name === 'site') mkdirSync(mine)
    else writeFileSync(mine, 'mine')
    symlinkSync(mine, join(folder, name))
    const { stderr, code } = dossier(words, folder)
    expect([stderr, code]).toEqual([expect.stringContaining(`"${name}" is a link`), 2])
    expect(name === 'site' ? readdirSync(mine) : readFileSync(mine, 'utf8')).toEqual(
      name === 'site' ? [] : 'mine',
    )
    // Who names it means it.
    expect(dossier([...words, '-o', name], folder).code).toBe(0)
  })

  test('where the data have errors', () => {
    const folder = baseWith({
      'people/knut.yaml':
        'type: person\nname: Knut\ncite: ledger#p2\nrelations:\n  - leeds: bergen-guild\n',
    })
    for (const words of [['build'], ['build', '--single-file']]) {
      expect(dossier(words, folder)).toEqual({
        stdout: '',
        stderr:
          'Nothing was written: the data has an error (in people/knut.yaml). "dossier check" shows what is wrong.\n',
        code: 1,
      })
    }
    expect(readdirSync(folder)).toEqual(['graph-data'])
  })

  test('into a folder of other files, unless it is forced; these stay', () => {
    const folder = baseWith()
    const site = join(folder, 'site')
    mkdirSync(site)
    writeFileSync(join(site, 'index.html'), 'mine')
    writeFileSync(join(site, 'CNAME'), 'example.org')
    const { stderr, code } = dossier(['build'], folder)
    expect([stderr, code]).toEqual([
      '"site" has files that no "dossier build" has made. Name another folder with "-o", or add "--force" to write among them.\n',
      2,
    ])
    expect(filesIn(site)).toEqual({ CNAME: 'example.org', 'index.html': 'mine' })
    expect(dossier(['build', '--force'], folder).code).toBe(0)
    const files = siteOf(folder)
    expect(files.CNAME).toBe('example.org')
    expect(files['index.html']).toContain('<title>Trade in the Hanse</title>')
  })

  test.each([
    ['a damaged list', '{'],
    ['a list of files elsewhere', '{"version":1,"files":["../graph-data/ontology.yaml"]}'],
    ['a list of another kind', '{"version":1,"files":[7]}'],
  ])('into a folder with %s', (_, list) => {
    const folder = baseWith()
    mkdirSync(join(folder, 'site'))
    writeFileSync(join(folder, 'site/.dossier-site.json'), list)
    expect(dossier(['build'], folder).code).toBe(2)
    expect(filesIn(join(folder, 'site'))).toEqual({ '.dossier-site.json': list })
    expect(existsSync(join(folder, 'graph-data/ontology.yaml'))).toBe(true)
  })

  test.each([
    [['-o', 'site.html'], '"site.html" is none. Did you mean "--single-file"?'],
    [['-o', '-'], '"-" is none. Did you mean "--single-file"?'],
    [['--single-file', '--force'], '"--force" is about folders'],
    [['-o', 'graph-data/ontology.yaml'], 'cannot be written: it is no folder.'],
    [['--single-file', '-o', 'graph-data'], 'cannot be written: it is a folder.'],
  ])('for %j', (words, message) => {
    const folder = baseWith()
    const { stderr, code } = dossier(['build', ...words], folder)
    expect([stderr.includes(message), code], stderr).toEqual([true, 2])
    expect(readdirSync(folder)).toEqual(['graph-data'])
  })
})

describe('written again', () => {
  test('what an older build has left goes, what a broken one has left goes too, all else stays', () => {
    const folder = baseWith()
    const first = siteOf(folder)
    const site = join(folder, 'site')
    const list = join(site, '.dossier-site.json')
    const { version, files } = JSON.parse(readFileSync(list, 'utf8'))
    writeFileSync(list, JSON.stringify({ version, files: [...files, 'old-chunk.js'] }))
    for (const name of ['old-chunk.js', 'graph.json.4711.tmp', 'notes.4711.tmp', 'robots.txt']) {
      writeFileSync(join(site, name), name)
    }
    expect(siteOf(folder)).toEqual({
      ...first,
      'notes.4711.tmp': 'notes.4711.tmp',
      'robots.txt': 'robots.txt',
    })
  })

  test('a link in the place of a file is replaced, and what it leads to stays', () => {
    const folder = baseWith()
    const first = siteOf(folder)
    const [mine, page] = [join(folder, 'mine'), join(folder, 'site/index.html')]
    writeFileSync(mine, 'mine')
    rmSync(page)
    symlinkSync(mine, page)
    expect(siteOf(folder)).toEqual(first)
    expect(lstatSync(page).isFile()).toBe(true)
    expect(readFileSync(mine, 'utf8')).toBe('mine')
  })
})

describe('a single file', () => {
  test('is the same each time, on stdout and in a file', () => {
    const folder = baseWith()
    const { stdout, stderr, code } = dossier(['build', '--single-file', '-o', '-'], folder)
    expect([stderr, code]).toEqual(['', 0])
    expect(dossier(['build', '--single-file'], folder).stderr).toBe(
      'Wrote 4 entities and 1 relation to site.html.\n',
    )
    expect(readFileSync(join(folder, 'site.html'), 'utf8')).toBe(stdout)
    dossier(['build', '--single-file'], folder)
    expect(readFileSync(join(folder, 'site.html'), 'utf8')).toBe(stdout)
    expect(readdirSync(folder).sort()).toEqual(['graph-data', 'site.html'])
  })

  test('lets only its own script and style run, and names no address', () => {
    const { stdout } = dossier(['build', '--single-file', '-o', '-'], baseWith())
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(stdout) ?? []
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(stdout) ?? []
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(stdout) ?? []
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy.split('; ').sort()).toEqual(
      [
        "base-uri 'none'",
        "default-src 'none'",
        "form-action 'none'",
        "worker-src 'none'",
        'img-src data: blob:',
        "require-trusted-types-for 'script'",
        `script-src ${hash(script)}`,
        `style-src ${hash(style)}`,
        "trusted-types 'none'",
      ].sort(),
    )
    expect(stdout.indexOf('Content-Security-Policy')).toBeLessThan(200)
    expect(stdout).not.toMatch(/<(?:script|link|img)[^>]*\b(?:src|href)="(?!data:,)/)
  })
})
