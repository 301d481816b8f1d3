import { readFileSync } from 'node:fs'

/** The most memory that a process has had until now, in bytes, as the system tells it; 0 where it has ended. For Linux. */
export function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return 1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Looks every half second, until it is asked for the peak. */
export function watchPeak(pid: number | undefined): () => number {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(pid))
  }, 500)
  return () => {
    clearInterval(timer)
    return peak
  }
}
