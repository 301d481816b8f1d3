import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { once } from '../once.ts'

const requirements = 'bench/paths/requirements.txt'

/** The Python that has the graph libraries; they are installed from PyPI when they are first asked for. */
export function graphPython(): string {
  const wanted = readFileSync(requirements, 'utf8')
  const folder = once('networkx, igraph and rustworkx, from PyPI', 'paths/python', wanted, (at) => {
    install('python3', ['-m', 'venv', '--clear', at])
    const quietly = ['install', '--quiet', '--disable-pip-version-check']
    install(`${at}/bin/pip`, [...quietly, '-r', requirements])
  })
  return `${folder}/bin/python`
}

function install(command: string, args: readonly string[]): void {
  // What pip says is no part of the tables on stdout.
  execFileSync(command, args, { stdio: ['ignore', 2, 2] })
}
