import type { ImportContext, ImportInput } from '../import-format.ts'
import { mostItems } from '../import-limits.ts'
import type { ImportReport } from '../import-report.ts'
import { entriesIn, isObject, textIn, textsIn } from '../json/json-values.ts'
import { textPieces } from '../text-pieces.ts'
import { UnreadableInput } from '../unreadable-input.ts'
import { edgeSchemata } from './ftm-schemata.ts'

/** An entity as FollowTheMoney has it: a schema, and texts by property. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Map<string, string[]>
}

export interface FtmEntities {
  /** By id, in the order of the file. */
  readonly entities: ReadonlyMap<string, FtmEntity>
  /** Other ids under which entities are referred to. */
  readonly referents: ReadonlyMap<string, string>
}

/** Characters of one line. */
const longestLine = 16 * 2 ** 20

/** Reads a file line by line. Several lines of one entity are parts of it and are joined. */
export async function readEntities(
  input: ImportInput,
  context: ImportContext,
): Promise<FtmEntities> {
  const entities = new Map<string, FtmEntity>()
  const referents = new Map<string, string>()
  for await (const { object, place } of objectsIn(input, context)) {
    const told = entityIn(object, place, context)
    if (told === undefined) continue
    const { entity, others } = told
    const known = entities.get(entity.id)
    if (known) join(known, entity)
    else entities.set(entity.id, entity)
    for (const other of others) referents.set(other, entity.id)
    if (entities.size > mostItems) throw tooMany(input.name)
  }
  if (entities.size > 0) return { entities, referents }
  throw new UnreadableInput(
    `"${input.name}" is no FollowTheMoney: no line of it is a JSON object with "id", "schema" and "properties". "ftm validate" shows what is expected.`,
  )
}

interface ReadObject {
  readonly object: unknown
  readonly place: string
}

/** What stands in the lines. One that is no JSON is told; where that is the last, the rest of the file is missing. */
async function* objectsIn(input: ImportInput, context: ImportContext): AsyncGenerator<ReadObject> {
  let number = 0
  let cut: number | undefined
  for await (const line of linesOf(input, context)) {
    number++
    if (line.trim() === '') continue
    const object = parsed(line)
    const place = `line ${number}`
    cut = object === undefined && line.startsWith('{') ? number : undefined
    if (object === undefined) context.report.note('broken-lines', place)
    else yield { object, place }
  }
  if (cut !== undefined) throw cutOff(input.name, cut)
}

async function* linesOf(input: ImportInput, context: ImportContext): AsyncGenerator<string> {
  // Of a line that is not over yet, its pieces: to join them each time would take hours on a long one.
  let parts: string[] = []
  let length = 0
  for await (const piece of textPieces(input, context)) {
    const [first = '', ...others] = piece.split('\n')
    parts.push(first)
    length += first.length
    if (length > longestLine) throw lineTooLong(input.name)
    const last = others.pop()
    if (last === undefined) continue
    yield parts.join('')
    yield* others
    parts = [last]
    length = last.length
  }
  if (length > 0) yield parts.join('')
}

function cutOff(name: string, line: number): UnreadableInput {
  return new UnreadableInput(
    `"${name}" is cut off: its last line, ${line}, is not whole. Export or download it again, or delete that line.`,
  )
}

function lineTooLong(name: string): UnreadableInput {
  return new UnreadableInput(
    `"${name}" has a line of more than 16 MiB. A file of FollowTheMoney has one entity a line.`,
  )
}

interface ReadLine {
  readonly entity: FtmEntity
  readonly others: readonly string[]
}

function entityIn(object: unknown, place: string, { report }: ImportContext): ReadLine | undefined {
  const [id, schema] = [textIn(object, 'id')?.trim(), textIn(object, 'schema')?.trim()]
  if (!id || !schema || !isObject(object)) {
    report.note('left-out-objects', place)
    return undefined
  }
  const properties = propertiesIn(object, schema, report)
  // Of a link, the caption is what all of its kind are called.
  const caption = edgeSchemata.has(schema) ? undefined : textIn(object, 'caption')
  if (!properties.has('name') && caption !== undefined) properties.set('name', [caption])
  const datasets = textsIn(object, 'datasets')
  if (datasets.length > 0) properties.set('dataset', datasets)
  return { entity: { id, schema, properties }, others: textsIn(object, 'referents') }
}

function propertiesIn(
  object: unknown,
  schema: string,
  report: ImportReport,
): Map<string, string[]> {
  const properties = new Map<string, string[]>()
  for (const [name, value] of entriesIn(object, 'properties')) {
    const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null)
    const texts = values.filter((one) => ['string', 'number', 'boolean'].includes(typeof one))
    if (texts.length < values.length) report.note('left-out-values', `${schema}: ${name}`)
    const told = [...new Set(texts.map((text) => String(text).trim()))].filter(Boolean)
    if (told.length > 0) properties.set(name, told)
  }
  return properties
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function join(known: FtmEntity, { properties }: FtmEntity): void {
  for (const [name, values] of properties) {
    known.properties.set(name, [...new Set([...(known.properties.get(name) ?? []), ...values])])
  }
}

function tooMany(name: string): UnreadableInput {
  return new UnreadableInput(`"${name}" has more than ${mostItems} entities. Import a part of it.`)
}
