import { isWebAddress } from '../../src/text/web-address.ts'

/** Whether a value read from JSON is what the contract says; `true` or the path of what is not. */
export type Check = (value: unknown) => true | string

const says =
  (test: (value: unknown) => boolean): Check =>
  (value) =>
    test(value) || `: ${JSON.stringify(value)}`

const text = says((value) => typeof value === 'string' && value !== '')
const truth = says((value) => typeof value === 'boolean')
const number = says((value) => typeof value === 'number' && Number.isFinite(value))
const count = says((value) => Number.isInteger(value) && (value as number) >= 1)
const total = says((value) => Number.isInteger(value) && (value as number) >= 0)
const colour = matching(/^#[0-9a-f]{6}$/)
const id = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const isoDay = matching(/^(\d{4}|[+-]\d{6,})-\d\d-\d\d$/)
const address = says((value) => typeof value === 'string' && isWebAddress(value))
const scalar = says((value) => ['string', 'number', 'boolean'].includes(typeof value))
const confidence = matching(/^(confirmed|probable|possible|doubtful|improbable)$/)

const citation = shape({ source: text }, { at: text, quote: text })
const dates = { when: text, start: isoDay, end: isoDay }
const evidence = { ...dates, confidence, inferred: text, note: text }
const rival = shape(
  { citations: list(citation), saidBy: list(id) },
  { ...evidence, value: scalar, target: id, denied: says((value) => value === true) },
)
const claim = {
  citations: list(citation),
  saidBy: list(id),
  rivals: list(rival),
  file: matching(/^[^/].*\.yaml$/),
  line: count,
}

export const nodeShape = shape(
  {
    label: text,
    type: id,
    types: list(id),
    aliases: list(text),
    unnamed: truth,
    attributes: mapOf(id, list(shape({ ...claim, value: scalar }, evidence))),
    file: claim.file,
    line: count,
    x: number,
    y: number,
    size: number,
    color: colour,
  },
  { ...dates, summary: text, count },
)

export const edgeShape = shape(
  { ...claim, relation: id, kind: text, label: text, symmetric: truth },
  { ...evidence, role: text },
)

export const graphShape = shape({
  name: text,
  ontology: shape({
    entities: mapOf(
      id,
      shape(
        {
          label: text,
          types: list(id),
          abstract: truth,
          dated: truth,
          transit: truth,
          colour,
        },
        { stix: text, ftm: text },
      ),
    ),
    relations: mapOf(
      id,
      shape(
        {
          label: text,
          inverseLabel: text,
          symmetric: truth,
          kind: text,
          from: list(id),
          to: list(id),
          says: text,
          saysInverse: text,
        },
        { inverse: id, stix: text, ftm: text },
      ),
    ),
  }),
  sources: mapOf(
    id,
    shape(
      { title: text, file: claim.file, line: count },
      {
        publisher: text,
        author: text,
        kind: text,
        url: address,
        archive: address,
        published: text,
        accessed: text,
        language: text,
        reliability: matching(/^[A-F]$/),
        note: text,
        paragraphs: count,
        pages: count,
      },
    ),
  ),
  identity: list(
    shape({
      verdict: matching(/^(same|different|undecided)$/),
      entities: list(id),
      reason: text,
      citations: list(citation),
    }),
  ),
  generator: matching(/^dossier \d+\.\d+\.\d+$/),
  counts: shape({ entities: total, relations: total, claims: total, sources: total }),
})

function matching(pattern: RegExp): Check {
  return says((value) => typeof value === 'string' && pattern.test(value))
}

function list(of: Check): Check {
  return (value) =>
    Array.isArray(value)
      ? firstProblem(value.map((item, index) => [String(index), of(item)] as const))
      : `: no list but ${JSON.stringify(value)}`
}

function mapOf(key: Check, of: Check): Check {
  return (value) =>
    isRecord(value)
      ? firstProblem(
          Object.entries(value).map(([name, item]) => [
            name,
            key(name) === true ? of(item) : ': no such key',
          ]),
        )
      : `: no map but ${JSON.stringify(value)}`
}

/** All of the first, any of the second, nothing else; `null` is never a value. */
function shape(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value) => {
    if (!isRecord(value)) return `: no map but ${JSON.stringify(value)}`
    const missing = Object.keys(required).find((name) => !Object.hasOwn(value, name))
    if (missing !== undefined) return `.${missing}: missing`
    const all = { ...optional, ...required }
    return firstProblem(
      Object.entries(value).map(([name, item]) => [
        name,
        Object.hasOwn(all, name) ? (all[name]?.(item) ?? true) : ': not in the contract',
      ]),
    )
  }
}

function firstProblem(checked: readonly (readonly [string, true | string])[]): true | string {
  const problem = checked.find(([, result]) => result !== true)
  return problem === undefined ? true : `.${problem[0]}${problem[1]}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
