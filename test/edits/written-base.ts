import fc from 'fast-check'
import type { SourceFile } from '../../src/documents/document.ts'
import { filesOf } from './applied.ts'

export interface WrittenBase {
  readonly files: readonly SourceFile[]
  readonly people: readonly string[]
  readonly groups: readonly string[]
  readonly raids: readonly string[]
  readonly sources: readonly string[]
}

const people = ['ada', 'ada-2', '12', 'bob']
const groups = ['imu', 'imu-2', 'true']
const raids = ['raid', 'raid-2']
const sources = ['report', 'book-2']

const ontology = `name: Small
entities:
  actor: { abstract: true }
  person: { is: actor, attributes: { status: text, trades: { list: text } } }
  group: { is: actor, attributes: { status: text } }
  armed-group: { is: group }
  event: { abstract: true, dated: true }
  raid: { is: event }
relations:
  leads: { inverse: led-by, from: person, to: group, kind: affiliation }
  allied-with: { symmetric: true, from: group, to: group, kind: affiliation }
  knows: { from: person, to: person, kind: social }
  killed: { inverse: killed-in, from: event, to: actor, kind: operation }
`

/** Draws one of `n` choices; the choices of a whole base are one list of numbers, so that failures shrink. */
type Pick = (n: number) => number

/** Small bases in which ids stand in every place, with every quoting, in brackets and blocks, beside comments. */
export const writtenBase: fc.Arbitrary<WrittenBase> = fc
  .array(fc.nat(999), { minLength: 150, maxLength: 150 })
  .map((numbers) => {
    let at = 0
    return baseOf((n) => (numbers[at++ % numbers.length] ?? 0) % n)
  })

function baseOf(pick: Pick): WrittenBase {
  const events = raids.map((id) => ({ path: `operations/${id}.yaml`, text: raid(pick, id) }))
  const own: SourceFile[] = [
    { path: 'ontology.yaml', text: ontology },
    ...events,
    { path: 'identity.yaml', text: identity(pick) },
    ...sources.map((id) => ({ path: `sources/${id}.yaml`, text: `title: ${id}, a title\n` })),
  ]
  const many: string[] = []
  for (const id of [...people, ...groups]) {
    const place = pick(6)
    if (place < 4) own.push({ path: `actors/${id}.yaml`, text: entity(pick, id, 0) })
    else if (place === 4) many.push(`  ${quoted(pick, id)}:\n${entity(pick, id, 4)}`)
    else many.push(`  ${id}: ${flowEntity(pick, id)}\n`)
  }
  if (many.length > 0) {
    own.push({
      path: 'actors/many.yaml',
      text: `${cite(pick, 0)}entities:\n${many.join('')}`,
    })
  }
  const texts = own.map((file) => dressed(pick, file))
  return { files: filesOf(Object.fromEntries(texts)), people, groups, raids, sources }
}

function dressed(pick: Pick, { path, text }: SourceFile): [path: string, text: string] {
  const marked = pick(5) === 0 ? `\ufeff${text}` : text
  return [path, pick(4) === 0 ? marked.replaceAll('\n', '\r\n') : marked]
}

function raid(pick: Pick, id: string): string {
  const when = [
    'when: 2012-03\n',
    `when: { value: 2012-03, cite: ${flowCite(pick)} }${comment(pick, id)}\n`,
    `when:\n  value: 2012-03${comment(pick, id)}\n${cite(pick, 2)}`,
    '',
  ][pick(4)]
  return `type: raid\nname: Raid${comment(pick, id)}\n${when}${optional(pick, cite(pick, 0))}relations:\n${relation(pick, 'killed', people, 2)}`
}

function entity(pick: Pick, id: string, indent: number): string {
  const pad = ' '.repeat(indent)
  const isPerson = people.includes(id)
  const type = isPerson ? 'person' : pick(2) === 0 ? 'group' : 'armed-group'
  const name = `Name of ${id}${comment(pick, id)}`
  const aliases = [
    '',
    `${pad}aliases: Alias of ${id}\n`,
    `${pad}aliases: [Alias of ${id}, Another]${comment(pick, id)}\n`,
    `${pad}aliases:\n${pad}- Alias of ${id}\n${pad}- "Another"\n`,
  ][pick(4)]
  const summary = optional(pick, `${pad}summary: >-\n${pad}  So it\n${pad}  is with ${id}.\n`)
  const head = `${pad}type: ${type}\n${pad}name: ${name}\n${aliases}${summary}${optional(pick, `${pad}# ${id} here\n`)}`
  const attributes = pick(2) === 0 ? '' : `${pad}attributes:\n${attribute(pick, indent + 2)}`
  const relations = Array.from({ length: pick(4) }, () => {
    if (pick(2) === 0) return relation(pick, isPerson ? 'knows' : 'led-by', people, indent + 2)
    return relation(pick, isPerson ? 'leads' : 'allied-with', groups, indent + 2)
  })
  const list = relations.length === 0 ? '' : `${pad}relations:\n${relations.join('')}`
  return `${head}${optional(pick, cite(pick, indent))}${optional(pick, '\n')}${attributes}${list}`
}

function flowEntity(pick: Pick, id: string): string {
  const type = people.includes(id) ? 'person' : 'group'
  const target = people.includes(id) ? one(pick, groups) : one(pick, people)
  const name = people.includes(id) ? 'leads' : 'led-by'
  const said = pick(2) ? `, said-by: [${quoted(pick, one(pick, groups))}]` : ''
  const claim = `{ ${name}: ${quoted(pick, target)}, cite: ${flowCite(pick)}${said} }`
  const status = pick(2) ? `, attributes: { status: dead }` : ''
  return `{ type: ${type}, name: Name of ${id}${status}, relations: [${claim}] }`
}

function attribute(pick: Pick, indent: number): string {
  const pad = ' '.repeat(indent)
  const status = ['dead', 'alive, perhaps', 'captured'][pick(3)]
  if (pick(3) === 0) return `${pad}status: ${status}${comment(pick, 'imu')}\n`
  const rivals = `${pad}  rivals: [{ value: none, cite: ${flowCite(pick)} }]\n`
  return `${pad}status:\n${pad}  value: ${status}\n${cite(pick, indent + 2)}${saidBy(pick, indent + 2)}${optional(pick, rivals)}`
}

function relation(pick: Pick, name: string, ids: readonly string[], indent: number): string {
  const pad = ' '.repeat(indent)
  const inner = `${pad}  `
  const first = one(pick, ids)
  const second = ids[(ids.indexOf(first) + 1) % ids.length] ?? first
  const target = [
    () => ` ${quoted(pick, first)}${comment(pick, first)}\n`,
    () => ` >-\n${inner}  ${first}\n`,
    () => ` [${quoted(pick, first)}, ${quoted(pick, second)}]\n`,
    () => `\n${inner}  - ${quoted(pick, first)}${comment(pick, first)}\n${inner}  - ${second}\n`,
  ][pick(4)]
  const rivals =
    pick(4) === 0
      ? `${inner}rivals:\n${inner}  - target: ${quoted(pick, one(pick, ids))}\n${cite(pick, indent + 6)}`
      : ''
  // In a symmetric relation a role has a direction that the order of ids gives to the one without.
  const as = name === 'allied-with' ? '' : optional(pick, `${inner}as: ${first} of them\n`)
  const when = name === 'killed' ? '' : optional(pick, `${inner}when: 201${pick(3)}\n`)
  return `${optional(pick, `${pad}# about ${first}\n`)}${pad}- ${name}:${target?.()}${as}${when}${optional(pick, cite(pick, indent + 2))}${saidBy(pick, indent + 2)}${rivals}`
}

function saidBy(pick: Pick, indent: number): string {
  const pad = ' '.repeat(indent)
  const [a, b] = [one(pick, groups), one(pick, people)]
  return [
    '',
    `${pad}said-by: ${quoted(pick, a)}\n`,
    `${pad}said-by: [${quoted(pick, a)}, ${b}]\n`,
    `${pad}said-by:\n${pad}- ${a}\n${pad}- ${quoted(pick, b)}\n`,
  ][pick(4)] as string
}

function cite(pick: Pick, indent: number): string {
  const pad = ' '.repeat(indent)
  const source = one(pick, sources)
  return [
    `${pad}cite: ${flowCite(pick)}${comment(pick, source)}\n`,
    `${pad}cite: [${flowCite(pick)}, ${flowCite(pick)}]\n`,
    `${pad}cite:\n${pad}  - ${flowCite(pick)}${comment(pick, source)}\n${pad}  - { source: ${source}, at: p9, quote: so it was }\n`,
    `${pad}cite:\n${pad}  source: ${quoted(pick, source)}\n${pad}  at: p${pick(9)}\n`,
  ][pick(4)] as string
}

function flowCite(pick: Pick): string {
  const source = one(pick, sources)
  return [
    `${source}#p${pick(9)}`,
    `"${source}#p${pick(9)}"`,
    source,
    `{ source: ${quoted(pick, source)}, at: p${pick(9)} }`,
  ][pick(4)] as string
}

function identity(pick: Pick): string {
  const pair = (verdict: string, ids: readonly string[]) =>
    `${verdict}:\n  - entities: [${ids.map((id) => quoted(pick, id)).join(', ')}]${comment(pick, 'ada')}\n    reason: It is ${ids[0]}.\n${cite(pick, 4)}`
  const block = `undecided:\n- entities:\n    - ${quoted(pick, 'bob')}\n    - '12'\n  reason: ada said so.\n`
  return `# who is who\n${pair('different', ['ada', 'bob'])}${optional(pick, block)}`
}

function quoted(pick: Pick, id: string): string {
  return [id, id, `'${id}'`, `"${id}"`][pick(4)] as string
}

function comment(pick: Pick, text: string): string {
  return optional(pick, `  # see ${text}`)
}

function optional(pick: Pick, text: string): string {
  return pick(2) === 0 ? '' : text
}

function one(pick: Pick, ids: readonly string[]): string {
  return ids[pick(ids.length)] ?? ''
}
