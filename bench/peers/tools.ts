import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from '../once.ts'

const requirements = 'bench/peers/requirements.txt'

/** The path of a peer's program; the peers are installed from PyPI when they are first asked for. */
export function peer(program: string): string {
  const wanted = readFileSync(requirements, 'utf8')
  const folder = once('linkml and followthemoney, from PyPI', 'python', wanted, (at) => {
    install('python3', ['-m', 'venv', '--clear', at])
    const quietly = ['install', '--quiet', '--disable-pip-version-check']
    install(join(at, 'bin', 'pip'), [...quietly, '--requirement', requirements])
  })
  return join(folder, 'bin', program)
}

function install(command: string, args: readonly string[]): void {
  // What pip says is no part of the tables on stdout.
  execFileSync(command, args, { stdio: ['ignore', 2, 2] })
}
