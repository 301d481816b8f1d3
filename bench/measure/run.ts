import { execFileSync, spawnSync } from 'node:child_process'

/** What a whole process took: CPU (user and system) and wall in seconds, the peak of its memory in bytes. */
export interface Taken {
  readonly cpu: number
  readonly wall: number
  readonly memory: number
}

/** Of a program that measures a part of what it does, and prints as JSON what that took. */
export function runTelling([program = '', ...words]: readonly string[]): Taken {
  return JSON.parse(
    execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  )
}

/** Throws where the program fails: what a failed run takes says nothing. */
export function run(command: readonly string[]): Taken {
  // Node does not tell what a child took, the system tells Python.
  const ran = spawnSync('python3', ['bench/measure/run.py', ...command], { encoding: 'utf8' })
  if (ran.error !== undefined) {
    throw new Error(
      'The bench needs Python 3.9 or newer as "python3", to measure and for the peers.',
    )
  }
  const said = ran.status === 0 ? JSON.parse(ran.stdout) : { status: ran.status }
  if (said.status === 0) return said.taken
  const told = ran.stderr || 'Run it by hand to see what it says.'
  throw new Error(
    `This failed with ${said.status}, so there is nothing to measure:\n${command.join(' ')}\n${told}`,
  )
}
