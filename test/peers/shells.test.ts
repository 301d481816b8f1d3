import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const bin = mkdtempSync(join(tmpdir(), 'dossier-shells-'))
const program = join(bin, 'dossier')
writeFileSync(
  program,
  `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/bin/dossier.js')}" "$@"\n`,
)
chmodSync(program, 0o755)

function shell(name: string, args: readonly string[]): string[] {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
  return execFileSync(name, args, { encoding: 'utf8', env }).trim().split('\n')
}

/** What the completion system of zsh would be given is printed in its place. */
const zsh = `
autoload -Uz compinit
compinit -D
eval "$(dossier completions zsh)"
print -r -- "$_comps[dossier]"
_describe() { print -rl -- "\${(@P)2}" }
_files() { print files }
words=(dossier show ilh); CURRENT=3; _dossier
words=(dossier build -o ''); CURRENT=4; _dossier
`

test('zsh offers ids with their names, and files', () => {
  expect(shell('zsh', ['-fc', zsh])).toEqual(['_dossier', 'ilhom:Ilhom', 'files'])
})

test('fish offers ids with their names, options with their values, and files', () => {
  const ask = (line: string) =>
    shell('fish', ['-c', `dossier completions fish | source; complete -C ${JSON.stringify(line)}`])
  expect(ask('dossier show ilh')).toEqual(['ilhom\tIlhom'])
  expect(ask('dossier stats --type=act')).toEqual(['--type=actor\tActor'])
  expect(ask('dossier build -o graph-d')).toEqual(['graph-data/'])
})
