import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { PushReport } from '../../src/engines/push.ts'
import type { StartedServer } from './engine-servers.ts'

/** Runs `dossier push` as a user would; undefined where it was killed before it ended, when `death` came. `watch` is told its process. */
export async function cliPush(
  folder: string,
  { address = '', environment }: Pick<StartedServer, 'address' | 'environment'>,
  death?: Promise<unknown>,
  watch: (pid: number | undefined) => void = () => {},
): Promise<PushReport | undefined> {
  const command = ['dist/bin/dossier.js', 'push', address, '--data', folder, '--json']
  const child = spawn('node', command, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, complaint] = ['', '']
  child.stdout.on('data', (data) => (said += data))
  child.stderr.on('data', (data) => (complaint += data))
  watch(child.pid)
  void death?.then(() => child.kill('SIGKILL'))
  const [code, signal] = await once(child, 'close')
  if (signal === 'SIGKILL') return undefined
  if (code !== 0) throw new Error(`dossier push failed.\n${complaint}`)
  return JSON.parse(said)
}
