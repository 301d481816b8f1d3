import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { dossier } from '../cli/run-dossier.ts'

/** Commands that touch the disk, each as a person would type it beside the base that `baseFor` makes. */
export const writers: Readonly<Record<string, readonly string[]>> = {
  'check --fix': ['check', '--fix'],
  'export json': ['export', 'json', '-o', 'out.json'],
  'export gexf': ['export', 'gexf', '-o', 'out.gexf'],
  'export csv': ['export', 'csv', '-o', 'tables/'],
  format: ['format'],
  rename: ['rename', 'bergen', 'bjorgvin'],
  merge: ['merge', 'bergen-2', 'into', 'bergen', '--reason', 'One town.'],
  'import into a new folder': ['import', 'json', 'in.json', '-o', 'new'],
  'import again': ['import', 'json', 'in.json', '-o', 'again'],
  build: ['build', '-o', 'site'],
  'build again': ['build', '-o', 'old-site'],
  'build --single-file': ['build', '--single-file', '-o', 'page.html'],
  schema: ['schema', '--vscode'],
  types: ['types', '-o', 'names.ts'],
  init: ['init', 'fresh'],
}

export const readers: Readonly<Record<string, readonly string[]>> = {
  check: ['check'],
  path: ['path', 'hildebrand', 'bergen', '--json'],
  serve: ['serve'],
}

const files: Readonly<Record<string, string>> = {
  'graph-data/people/knut.yaml':
    'name:   Knut\ntype: person\nrelations: [{ based-in: bergen, cite: ledger }, { based-in: bergen-2, cite: ledger }]\n',
  'graph-data/people/olaf.yaml':
    'type: person\nname: Olaf\nrelations:\n    - based-in: bergen\n      cite: ledger\n',
  'graph-data/cities/bergen-2.yaml': 'type: city\nname: Bjørgvin\n',
  'graph-data/people/sven.yaml':
    'type: person\nname: Sven\nrelations: [{ based-in: bergen, cite: leger }]\n',
  'in.json': JSON.stringify({
    nodes: ['a', 'b', 'c'].map((key) => ({ key, attributes: { label: `New ${key}` } })),
    edges: [{ source: 'a', target: 'c' }],
  }),
  'before.json': JSON.stringify({
    nodes: ['a', 'b', 'd'].map((key) => ({ key, attributes: { label: `Old ${key}` } })),
    edges: [{ source: 'a', target: 'b' }],
  }),
}

/** A small base with something to do for the command; only `check --fix` has errors in it. */
export function baseFor(command: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  cpSync('test/base', join(folder, 'graph-data'), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('sven.yaml') && command !== 'check --fix') continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (command.endsWith('again')) {
    dossier(['import', 'json', 'before.json', '-o', 'again'], folder)
    writeFileSync(join(folder, 'again/graph-data/hand.yaml'), 'type: thing\nname: By hand\n')
  }
  if (command === 'build again') dossier(['build', '--data', 'again', '-o', 'old-site'], folder)
  for (const file of ['out.json', 'out.gexf', 'names.ts', 'page.html']) {
    writeFileSync(join(folder, file), 'old\n')
  }
  return folder
}
