#!/usr/bin/env node
// Writes a synthetic knowledge base in Dossier's format, the same for the same seed.
//   node generate.mjs DIR [--entities 10000] [--seed 1] [--per-file 1]
// About 35 lines a person, four relations an entity, communities, events with several participants, every claim cited.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    entities: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    'per-file': { type: 'string', default: '1' },
  },
})
const folder = positionals[0]
if (!folder) throw new Error('usage: generate.mjs DIR [--entities N] [--seed S] [--per-file N]')
const total = Number(values.entities)
const perFile = Number(values['per-file'])
const random = mulberry32(Number(values.seed))

const syllables =
  'ka mu sha bir da zar qo nu ri ha lim ta ver os pe gul ma ri an dra ko ven tu'.split(' ')
const roles = [
  'commander',
  'deputy',
  'spokesman',
  'financier',
  'recruiter',
  'shadow governor',
  'member',
]
const confidences = ['confirmed', 'probable', 'possible', 'doubtful']
const counts = { person: 0.55, group: 0.1, place: 0.1, raid: 0.15, attack: 0.1 }
const folders = {
  person: 'people',
  group: 'groups',
  place: 'places',
  raid: 'raids',
  attack: 'attacks',
}
const ids = {}
for (const [type, share] of Object.entries(counts)) {
  const n = Math.max(2, Math.round(total * share))
  ids[type] = Array.from({ length: n }, (_, i) => `${type}-${i}`)
}
const sourceCount = Math.max(5, Math.round(total / 50))
const communities = Math.max(2, Math.round(total / 200))

const data = join(folder, 'graph-data')
mkdirSync(join(data, 'sources'), { recursive: true })
for (const name of Object.values(folders)) mkdirSync(join(data, name), { recursive: true })
writeFileSync(join(data, 'ontology.yaml'), ontology())
for (let i = 0; i < sourceCount; i++) {
  writeFileSync(
    join(data, 'sources', `report-${i}.yaml`),
    `title: Report ${i} on ${name()}\npublisher: ${name()} Press\nauthor: ${name()} ${name()}\nurl: https://example.org/report/${i}\npublished: ${date()}\nreliability: ${pick('ABCDEF'.split(''))}\nparagraphs: 40\n`,
  )
}

let written = 0
for (const [type, all] of Object.entries(ids)) {
  for (let at = 0; at < all.length; at += perFile) {
    const some = all.slice(at, at + perFile)
    const text =
      perFile === 1
        ? entity(type, some[0], '')
        : `entities:\n${some.map((id) => `  ${id}:\n${entity(type, id, '    ')}`).join('')}`
    writeFileSync(
      join(data, folders[type], `${perFile === 1 ? some[0] : `${type}s-${at}`}.yaml`),
      text,
    )
    written += some.length
  }
}
console.log(`${written} entities, ${sourceCount} sources in ${data}`)

function entity(type, id, indent) {
  const index = Number(id.split('-').pop())
  const lines = [`type: ${type}`, `name: ${name()} ${name()}`]
  if (type === 'person' || type === 'group') lines.push(...description(type))
  if (type === 'raid' || type === 'attack') lines.push(`when: ${date()}`, `cite: ${cite()}`)
  const relations = relationsOf(type, index).filter(unlessWrittenElsewhere(index))
  if (relations.length > 0) lines.push('relations:', ...relations.flatMap(relationLines))
  return `${lines.map((line) => indent + line).join('\n')}\n`
}

function description(type) {
  const lines = [
    `aliases: [${name()} ${name()}, ${name()} al-${name()}]`,
    `summary: ${name()} of ${name()}, known since ${year()} in the north and in ${name()}.`,
    'attributes:',
  ]
  if (type === 'person') {
    claim(lines, '  status:', pick(['alive', 'dead', 'captured', 'unknown']))
  }
  claim(lines, type === 'person' ? '  nationality:' : '  ideology:', name())
  if (random() < 0.3) lines.push(`  strength: { value: ${int(10, 900)}, cite: ${cite()} }`)
  return lines
}

function relationLines([relation, target, extra]) {
  const lines = [`  - ${relation}: ${target}`, ...extra.map((line) => `    ${line}`)]
  lines.push(`    cite: ${random() < 0.2 ? `[${cite()}, ${cite()}]` : cite()}`)
  if (random() < 0.5) lines.push(`    confidence: ${pick(confidences)}`)
  if (random() < 0.3) lines.push(`    note: Reported by ${name()} and repeated by ${name()}.`)
  return lines
}

function relationsOf(type, index) {
  const near = (kind) => {
    const list = ids[kind]
    if (random() < 0.1) return pick(list)
    const community = index % communities
    const own = Math.ceil(list.length / communities)
    return list[(community + communities * int(0, own - 1)) % list.length]
  }
  const span = () =>
    `when: ${pick([date(), `${year()}/${year()}`.split('/').sort().join('/'), `${year()}/..`])}`
  if (type === 'person')
    return [
      ['member-of', near('group'), [span(), `as: ${pick(roles)}`]],
      ['member-of', near('group'), [span()]],
      ['knows', near('person'), []],
      ['knows', near('person'), [span()]],
      ['based-in', near('place'), [span()]],
    ]
  if (type === 'group')
    return [
      ['allied-with', near('group'), [span()]],
      ['rival-of', near('group'), [span()]],
      ['based-in', near('place'), []],
      ['led-by', near('person'), [span()]],
    ]
  // Places form a tree, so part-of has no cycle.
  if (type === 'place')
    return [['part-of', ids.place[Math.floor((index - 1) / 8)], []]].slice(index === 0 ? 1 : 0)
  return [
    ['in', near('place'), []],
    ['carried-out-by', near('group'), []],
    ['targeted', near('person'), []],
    [type === 'raid' ? 'captured' : 'killed', near('person'), []],
    ['targeted', near('group'), []],
  ]
}

// A symmetric tie is written once, by the end with the lower number, and no tie twice.
function unlessWrittenElsewhere(index) {
  const seen = new Set()
  return ([relation, target]) => {
    const symmetric = ['knows', 'allied-with', 'rival-of'].includes(relation)
    if (symmetric && Number(target.split('-').pop()) <= index) return false
    return !seen.has(relation + target) && seen.add(relation + target)
  }
}

function claim(lines, key, value) {
  lines.push(
    key,
    `    value: ${value}`,
    `    when: ${date()}`,
    `    cite: ${cite()}`,
    `    confidence: ${pick(confidences)}`,
  )
}

function ontology() {
  return `name: Synthetic knowledge base
entities:
  actor: { abstract: true }
  person:
    is: actor
    attributes:
      status: { one-of: [alive, dead, captured, unknown] }
      nationality: text
      strength: number
  group:
    is: actor
    attributes: { ideology: text, strength: number }
  place: { transit: false }
  event: { abstract: true, dated: true }
  raid: { is: event }
  attack: { is: event }
relations:
  member-of: { inverse: has-member, from: person, to: group, kind: affiliation }
  led-by: { inverse: leads, from: group, to: person, kind: affiliation }
  knows: { symmetric: true, from: person, to: person, kind: affiliation }
  allied-with: { symmetric: true, from: group, to: group, kind: affiliation }
  rival-of: { symmetric: true, from: group, to: group, kind: affiliation }
  based-in: { inverse: base-of, from: actor, to: place, kind: location }
  part-of: { inverse: has-part, from: place, to: place, kind: location, acyclic: true }
  in: { inverse: site-of, from: event, to: place, kind: location }
  carried-out-by: { inverse: carried-out, from: event, to: actor, kind: operation }
  targeted: { inverse: targeted-in, from: event, to: actor, kind: operation }
  captured: { inverse: captured-in, from: event, to: person, kind: operation }
  killed: { inverse: killed-in, from: event, to: person, kind: operation }
`
}

function name() {
  const word = Array.from({ length: int(2, 3) }, () => pick(syllables)).join('')
  return word[0].toUpperCase() + word.slice(1)
}
function date() {
  const y = year()
  const m = String(int(1, 12)).padStart(2, '0')
  const d = String(int(1, 28)).padStart(2, '0')
  return pick([y, `${y}-${m}`, `${y}-${m}-${d}`, `${y}-${m}-${d}`, `${y}~`])
}
function year() {
  return String(int(1995, 2020))
}
function cite() {
  return `report-${int(0, sourceCount - 1)}#p${int(1, 40)}`
}
function int(low, high) {
  return low + Math.floor(random() * (high - low + 1))
}
function pick(list) {
  return list[Math.floor(random() * list.length)]
}
function mulberry32(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
