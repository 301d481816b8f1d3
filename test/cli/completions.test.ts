import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { baseWith, dossier, emptyFolder } from './run-dossier.ts'

/** What may stand in the place of the last word. */
function complete(words: readonly string[], folder: string): string[] {
  const { stdout, stderr } = dossier(['completions', 'bash', '--', ...words], folder)
  expect(stderr).toBe('')
  return stdout.split('\n').slice(0, -1)
}

test.each([
  [['che'], ['check']],
  [
    ['check', '--f'],
    ['--fix', '--format'],
  ],
  [['check', '--format', 's'], ['sarif']],
  [['check', '--format=s'], ['--format=sarif']],
  [['show', 'h'], ['hildebrand']],
  [['show', '--json', 'h'], ['hildebrand']],
  [
    ['path', 'hildebrand', 'ber'],
    ['bergen', 'bergen-guild'],
  ],
  [['path', 'hildebrand', 'bergen', 'ber'], []],
  [['find', 'hanse', 'ber'], []],
  [['stats', '--type', 'guild,ci'], ['guild,city']],
  [['stats', '--source', 'l'], ['ledger']],
  [['rename', 'led'], ['ledger']],
  [['merge', 'hildebrand', 'in'], ['into']],
  [
    ['export', 'g'],
    ['gexf', 'graphml'],
  ],
  [['export', 'gexf', '--min-confidence', 'pro'], ['probable']],
  [['export', 'gexf', '--report', 'j'], ['json']],
  [['explain', 'broken-r'], ['broken-reference']],
  [['build', '-o', ''], []],
  [['frobnicate', ''], []],
])('%j may go on with %j', (words, found) => {
  expect(complete(words, baseWith())).toEqual(found)
})

test('the base is the one that the words name', () => {
  const named = join(baseWith(), 'graph-data')
  expect(complete(['show', '--data', named, 'h'], emptyFolder())).toEqual(['hildebrand'])
  expect(complete(['show', `--data=${named}`, 'h'], emptyFolder())).toEqual(['hildebrand'])
  expect(complete(['show', 'h'], emptyFolder())).toEqual([])
})

test('of a damaged base there is what can be read, and nothing that a shell would act upon', () => {
  const folder = baseWith({
    'people/bad.yaml': 'type: person\nname: Bad\nrelations: [',
    'all.yaml':
      'entities:\n  h$(id): { type: person, name: X }\n  huge: { type: person, name: "A\\tB:\\u001b[31m" }\n',
  })
  expect(complete(['show', 'h'], folder)).toEqual(['hildebrand', 'huge'])
  const { stdout } = dossier(['completions', 'fish', '--', 'show', 'hu'], folder)
  expect(stdout).toBe('huge\tA B:\\u{1b}[31m\n')
})

test('an unknown shell is told which there are', () => {
  const { stderr, code } = dossier(['completions', 'tcsh'])
  expect(stderr).toBe('There is no script for "tcsh". There are bash, zsh, fish.\n')
  expect(code).toBe(2)
})

describe('bash', () => {
  test.each([
    ['dossier show hil', 'hildebrand'],
    ['dossier stats --type=guil', 'guild'],
    ['dossier check --format=', 'pretty json github sarif'],
    ['dossier show --on bolt://localhost:7687 hil', 'hildebrand'],
    ['dossier show ', 'bergen bergen-guild bruges hildebrand'],
    ['dossier build -o x', ''],
  ])('%s is completed to %j', (line, found) => {
    const folder = baseWith()
    const program = join(emptyFolder(), 'dossier')
    writeFileSync(
      program,
      `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/bin/dossier.js')}" "$@"\n`,
    )
    chmodSync(program, 0o755)
    const script = `eval "$("$1" completions bash)"
COMP_LINE="$1 \${2#dossier }"
COMP_POINT=\${#COMP_LINE}
_dossier
echo "\${COMPREPLY[*]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', program, line], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toBe(`${found}\n`)
  })
})
