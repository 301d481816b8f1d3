/** For the person who waits; stdout is for the tables alone. */
export function say(what: string): void {
  process.stderr.write(`${what}\n`)
}
