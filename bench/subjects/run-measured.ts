import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { made } from '../once.ts'

/**
 * Runs `test/peers/measured/NAME.measure.ts` for so many entities, in a heap of so many megabytes, and gives what it has
 * written. Throws where it fails.
 */
export function runMeasured<Result>(name: string, entities: number, heap: number): Result {
  const file = resolve(made, `${name}-${entities}.json`)
  const command = ['vitest', 'run', '-c', 'test/peers/measured/vitest.config.ts', name]
  const options = { ENTITIES: String(entities), MEASURED: file }
  execFileSync('npx', command, {
    env: { ...process.env, ...options, NODE_OPTIONS: `--max-old-space-size=${heap}` },
    stdio: ['ignore', 2, 2],
  })
  return JSON.parse(readFileSync(file, 'utf8'))
}
