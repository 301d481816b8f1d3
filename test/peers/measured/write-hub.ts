import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const hub = 'the-hub'

/** Of a million entities it is tied to more than are looked at from a hub. */
const share = 1 / 40

/** Adds a group with one member of forty entities to a base of `bench/generate.mjs`, in which nobody has many relations. */
export function writeHub(data: string, entities: number): void {
  const persons = Math.round(entities * 0.55)
  const members = Array.from({ length: Math.round(entities * share) }, (_, at) =>
    Math.floor((at * persons * 40) / entities),
  )
  const lines = members.map(
    (person, at) => `      - has-member: person-${person}\n        cite: report-${at % 5}#p3\n`,
  )
  writeFileSync(
    join(data, 'groups', 'the-hub.yaml'),
    `entities:\n  ${hub}:\n    type: group\n    name: The Hub\n    relations:\n${lines.join('')}`,
  )
}
