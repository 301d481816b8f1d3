import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'

/** Where and when something was measured. */
export interface Machine {
  readonly processors: string
  readonly node: string
  readonly python: string
  /** How many processes wanted to run, on average, in the minute before. */
  readonly load: number
  readonly taken: string
}

export function describeMachine(): Machine {
  const processors = cpus()
  return {
    processors: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    node: process.versions.node,
    python: execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim(),
    load: loadavg()[0] ?? 0,
    taken: new Date().toISOString().slice(0, 10),
  }
}
