import { execFileSync } from 'node:child_process'
import { once } from '../once.ts'
import { whole } from '../report/numbers.ts'
import { makeBase } from './base.ts'

/** The file of a generated base, compiled and laid out, in graphology's own form. */
export function exportedGraph(entities: number): string {
  const { folder, madeFrom } = makeBase(entities)
  return once(
    `the graph of ${whole(entities)} entities`,
    `graphs/${entities}.json`,
    madeFrom,
    (at) => {
      const dossier = ['--max-old-space-size=8000', 'dist/bin/dossier.js']
      const command = [...dossier, 'export', 'json', '--data', folder, '-o', at]
      execFileSync(process.execPath, command, { stdio: ['ignore', 2, 2] })
    },
  )
}
