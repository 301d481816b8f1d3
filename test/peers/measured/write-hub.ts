import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const hub = 'the-hub'

/** Of a million entities it is tied to more than are looked at from a hub, and its file is as large as one may be. */
const share = 1 / 48

/** Adds a group to which many are tied to a base of `bench/generate.mjs`, in which nobody has many relations. */
export function writeHub(data: string, entities: number): void {
  const persons = Math.round(entities * 0.55)
  const members = Array.from({ length: Math.round(entities * share) }, (_, at) =>
    Math.floor((at * persons) / entities / share),
  )
  const lines = members.map(
    (person, at) => `- has-member: person-${person}\n  cite: report-${at % 5}#p3\n`,
  )
  const text = `type: group\nname: The Hub\nrelations:\n${lines.join('')}`
  writeFileSync(join(data, 'groups', `${hub}.yaml`), text)
}
