import { exitCodes } from './exit-codes.ts'

/** Resolves when the person or the system asks the program to end, and sets the exit code for that. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (code: number) => () => {
      process.exitCode = code
      resolve()
    }
    process.once('SIGINT', stop(exitCodes.interrupted)).once('SIGTERM', stop(exitCodes.fine))
  })
}
