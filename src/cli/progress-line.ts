/** In milliseconds: often enough to see that it goes on. */
const between = 100

export interface ProgressLine {
  readonly tell: (message: string) => void
  /** Takes the line away, so that what follows stands on a clean one. */
  readonly end: () => void
}

/** One line on stderr that is written over and over, and only where a person looks at a terminal. */
export function progressLine(): ProgressLine {
  const { isTTY = false, columns = 80 } = process.stderr
  if (!isTTY || process.env.TERM === 'dumb') return { tell: () => {}, end: () => {} }
  let last = 0
  const write = (text: string) => process.stderr.write(`\r\u001b[K${text.slice(0, columns - 1)}`)
  return {
    tell: (message) => {
      const now = Date.now()
      if (now - last < between) return
      last = now
      write(message)
    },
    end: () => void (last > 0 && write('')),
  }
}
