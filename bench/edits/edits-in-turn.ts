import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a curator does in the course of a day, one thing after the other: each call saves one file. */
export function editsInTurn(folder: string): () => void {
  const data = join(folder, 'graph-data')
  const fileOf = (number: number) => join(data, `people/person-${number}.yaml`)
  const newcomer = join(data, 'people/newcomer.yaml')
  const change = (number: number, from: RegExp, to: string) => {
    const text = readFileSync(fileOf(number), 'utf8')
    writeFileSync(fileOf(number), text.replace(from, to))
  }
  const edits: readonly ((number: number) => void)[] = [
    (number) => change(number, /^summary: /m, `summary: Seen ${number} times. `),
    (number) => change(number, /^relations:\n/m, `relations:\n  - knows: person-${number + 9}\n`),
    (number) => change(number, /^name: /m, 'name: Sayyid '),
    (number) => writeFileSync(newcomer, newPerson(number)),
    () => rmSync(newcomer),
  ]
  let turn = 0
  return () => {
    edits[turn % edits.length]?.(Math.floor(turn / edits.length) + 1)
    turn++
  }
}

function newPerson(number: number): string {
  return `type: person
name: Newcomer of day ${number}
relations:
  - knows: person-${number}
    cite: report-1#p1
  - member-of: group-${number}
    when: 2001
    cite: report-2#p2
`
}
