import { say } from './output.ts'

/** Whoever types such a command into a terminal would wait for an answer. */
export function sayWhoSpeaks(speaker: string, page: string): void {
  if (process.stdin.isTTY) {
    say(`Here speaks ${speaker}, and no person: ${page} tells how to set one up.`)
  }
}
