import { readFileSync } from 'node:fs'

/** The seconds of CPU that a process has taken, all of its threads together. For Linux. */
export function cpuOf(pid: number | undefined): number {
  return secondsIn(`/proc/${pid}/stat`)
}

/** Those of its main thread alone: in a Node program, of the loop that answers. */
export function mainThreadCpuOf(pid: number | undefined): number {
  return secondsIn(`/proc/${pid}/task/${pid}/stat`)
}

function secondsIn(file: string): number {
  const stat = readFileSync(file, 'utf8')
  // The system counts in hundredths of a second; the name in the second field may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
