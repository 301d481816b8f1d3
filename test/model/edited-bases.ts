import fc from 'fast-check'
import type { Sources } from '../../src/documents/read-sources.ts'

// A base of few ids, so that edits meet: what one file declares others refer to, at either end, with slips.
const ids = ['ada', 'ada-2', 'bob', 'acme', 'raid', 'zoo', 'report']
const id = fc.constantFrom(...ids, 'aada', 'nobody')
const date = fc.constantFrom('2001', '2001/2003', '2002-05', '2010', '2010?', '1999')
const name = fc.constantFrom(
  'Ada',
  'Adda Lovelace',
  'Ada Lovelace',
  'Bob',
  'Raid of 1',
  'Raid of 2',
)
const relation = fc.constantFrom(
  ...['knows', 'member-of', 'has-member', 'part-of', 'killed', 'killed-in', 'born-in', 'knwos'],
)

const claim = fc
  .record({
    relation,
    target: id,
    when: fc.option(date, { nil: undefined }),
    role: fc.option(fc.constantFrom('chief', 'clerk'), { nil: undefined, freq: 5 }),
    confidence: fc.option(fc.constantFrom('confirmed', 'doubtful'), { nil: undefined, freq: 4 }),
    saidBy: fc.option(id, { nil: undefined, freq: 5 }),
    rival: fc.option(id, { nil: undefined, freq: 6 }),
    cite: fc.option(fc.constantFrom('report#p1', 'report#p9', 'reprt'), { nil: undefined }),
  })
  .map(
    ({ relation, target, when, role, confidence, saidBy, rival, cite }) =>
      `{ ${relation}: ${target}${when ? `, when: ${when}` : ''}${role ? `, as: ${role}` : ''}${
        confidence ? `, confidence: ${confidence}` : ''
      }${saidBy ? `, said-by: ${saidBy}` : ''}${cite ? `, cite: ${cite}` : ''}${
        rival ? `, rivals: [{ target: ${rival}, cite: report }]` : ''
      } }`,
  )

const entity = fc
  .record({
    type: fc.constantFrom('person', 'person', 'group', 'raid', 'persn'),
    name,
    alias: fc.option(name, { nil: undefined, freq: 3 }),
    unnamed: fc.boolean(),
    when: fc.option(date, { nil: undefined }),
    claims: fc.array(claim, { maxLength: 4 }),
  })
  .map(
    ({ type, name, alias, unnamed, when, claims }) =>
      `type: ${type}\nname: ${name}\n${alias ? `aliases: [${alias}]\n` : ''}${
        unnamed ? 'unnamed: true\n' : ''
      }${when ? `when: ${when}\n` : ''}relations: [${claims.join(', ')}]\n`,
  )

export const ontology = (atMost: number) => `name: Test
entities:
  person: {}
  group: {}
  raid: { dated: true }
relations:
  knows: { symmetric: true, from: person, to: person, at-most: ${atMost} }
  member-of: { inverse: has-member, from: person, to: group, at-most: ${atMost}, requires: [when] }
  part-of: { from: [group, raid], to: [group, raid], acyclic: true }
  killed: { inverse: killed-in, from: raid, to: person, ends: target }
  born-in: { from: person, to: raid, begins: source }
`

/** A file of such a base: its path and its text. */
export const file = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(
      fc.constantFrom(...ids).map((i) => `${i}.yaml`),
      entity,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('many.yaml'),
      fc
        .tuple(id, entity, id, entity)
        .map(([a, one, b, two]) => `entities:\n  ${a}:\n${inset(one)}  ${b}:\n${inset(two)}`),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('identity.yaml'),
      fc
        .tuple(fc.constantFrom('same', 'different', 'undecided'), id, id, id)
        .map(
          ([verdict, a, b, c]) =>
            `${verdict}: [{ entities: [${a}, ${b}], reason: R }]\nundecided: [{ entities: [${b}, ${c}], reason: R }]\n`,
        ),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('ontology.yaml'), fc.nat(2).map(ontology)) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom('sources/report.yaml', 'sources/bob.yaml'),
      fc.constantFrom('title: Report\nparagraphs: 3\n', 'title: Report\n', 'title: "\n'),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('ada.yaml'), fc.constantFrom('type: [\n', '')) },
)

/** Files that are written in one go, or one that is removed. */
export const edit = fc.oneof(
  { weight: 4, arbitrary: fc.array(file, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(...ids).map((i) => [[`${i}.yaml`, undefined] as const]) },
)

/** The texts of a base with these files. */
export function textsOf(files: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map([
    ['ontology.yaml', ontology(1)],
    ['sources/report.yaml', 'title: Report\nparagraphs: 3\n'],
    ...files,
  ])
}

export function applyEdit(
  texts: Map<string, string>,
  changes: readonly (readonly [string, string | undefined])[],
): void {
  for (const [path, text] of changes) {
    if (text === undefined) texts.delete(path)
    else texts.set(path, text)
  }
}

export function sourcesOf(texts: ReadonlyMap<string, string>): Sources {
  const files = Array.from(texts, ([path, text]) => ({ path, text }))
  return { files, diagnostics: [] }
}

function inset(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}
