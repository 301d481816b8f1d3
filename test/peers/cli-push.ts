import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { PushReport } from '../../src/engines/push.ts'
import type { StartedServer } from './engine-servers.ts'

/** Runs `dossier push` as a user would; undefined where it was killed before it ended. */
export async function cliPush(
  folder: string,
  { address = '', environment }: StartedServer,
  killAfter = Infinity,
): Promise<PushReport | undefined> {
  const command = ['dist/bin/dossier.js', 'push', address, '--data', folder, '--json']
  const child = spawn('node', command, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, complaint] = ['', '']
  child.stdout.on('data', (data) => (said += data))
  child.stderr.on('data', (data) => (complaint += data))
  const timer = Number.isFinite(killAfter)
    ? setTimeout(() => child.kill('SIGKILL'), killAfter)
    : undefined
  const [code, signal] = await once(child, 'close')
  clearTimeout(timer)
  if (signal === 'SIGKILL') return undefined
  if (code !== 0) throw new Error(`dossier push failed.\n${complaint}`)
  return JSON.parse(said)
}
