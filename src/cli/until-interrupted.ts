import { exitCodes } from './exit-codes.ts'
import { inlineAsUsual } from './tune-v8.ts'

/** Resolves when the person or the system asks the program to end, and sets the exit code for that. */
export function untilInterrupted(): Promise<void> {
  inlineAsUsual()
  return new Promise((resolve) => {
    // Where the watched folder has gone nothing else may keep the program waiting for its return.
    const alive = setInterval(() => {}, 60_000)
    const stop = (code: number) => () => {
      clearInterval(alive)
      process.exitCode = code
      resolve()
    }
    process.once('SIGINT', stop(exitCodes.interrupted)).once('SIGTERM', stop(exitCodes.fine))
  })
}
