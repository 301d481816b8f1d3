import fc from 'fast-check'
import type {
  Imported,
  ImportedAttribute,
  ImportedClaim,
  ImportedEvidence,
  ImportedThing,
  ImportedTie,
} from '../../src/imports/imported.ts'
import { confidences } from '../../src/model/claim.ts'
import { ftmRelations } from '../../src/model/ftm-words.ts'

/** Texts that files, YAML and readers stumble over. */
const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        ...['\n', '\r\n', '\t', ' ', '  ', '#', ' #x', ': ', '- ', '-', '|', '>', '"', "'", '\\'],
        ...['[', ']', '{', '}', ',', '&a', '*a', '!t', '%', '@', '`', '---', '...', '? ', '<<'],
        ...['null', '~', 'yes', 'true', '012', '1.10', '1e3', '2012', '2012-03-17', '=', '\u00a0'],
        ...['\u202e', '\u200b', '\ufeff', '\ud800', '\udc00', '\u0000', '\u001b[2J', '\u2028'],
        ...[
          'e\u0301',
          'ا',
          'س',
          'ж',
          '王',
          '👩‍👩‍👧',
          'a',
          'long words '.repeat(15),
          'trailing  \n',
          'a\tb\n',
          '\n  set in\n',
          '\u0085',
          '​',
        ],
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
)

const date = fc.constantFrom(
  ...['2012', '2012-03', '2012-03-17', '2012~', '2012?', '201X', '../2012', '2011/', '-0043'],
  ...['[2011..2012]', '2009/2012-03', '2012-21', 'spring', '17 March 2012', '2012-03-17T10:00:00Z'],
)

const key = fc.constantFrom('a', 'b', 'ada', 'ada-2', 'Ada', 'n1', '__proto__', 'constructor', ' ')
const anyKey = fc.oneof(key, nastyText)
const type = fc.oneof(
  fc.constantFrom('person', 'Person', 'ThreatActor', 'sources', 'event', 'constructor', '人'),
  nastyText,
)
const relation = fc.oneof(
  fc.constantFrom('knows', 'leads', 'Leads', 'when', 'as', 'cite', 'member of', 'toString'),
  nastyText,
)
const scalar = fc.oneof(
  nastyText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  date,
  fc.constantFrom('alive', 'dead', 'https://a.example/x?y=1#z'),
)
const source = fc.constantFrom('bbc', 'lwj', 'Ada', 'nowhere')

const citation = fc.record(
  {
    source,
    at: fc.oneof(fc.constantFrom('p1', 'page3', 'a b', 'x#y', 'a,b'), nastyText),
    quote: nastyText,
  },
  { requiredKeys: [] },
)

const evidence: fc.Arbitrary<ImportedEvidence> = fc.record(
  {
    when: fc.oneof(date, nastyText),
    citations: fc.array(citation, { maxLength: 3 }),
    saidBy: fc.array(anyKey, { maxLength: 2 }),
    confidence: fc.constantFrom(...confidences),
    inferred: fc.oneof(nastyText, fc.constant('true')),
    note: nastyText,
  },
  { requiredKeys: ['citations'] },
)

const rival = fc
  .tuple(
    evidence,
    fc.record(
      { value: scalar, target: anyKey, denied: fc.constant(true as const) },
      { requiredKeys: [] },
    ),
  )
  .map(([told, said]) => ({ ...told, ...said }))

const claim: fc.Arbitrary<ImportedClaim> = fc
  .tuple(evidence, fc.array(rival, { maxLength: 2 }))
  .map(([told, rivals]) => ({ ...told, rivals }))

const attribute: fc.Arbitrary<ImportedAttribute> = fc
  .tuple(claim, fc.oneof(fc.constantFrom('status', 'Status', 'when', 'born'), nastyText), scalar)
  .map(([told, name, value]) => ({ ...told, name, value }))

const thing: fc.Arbitrary<ImportedThing> = fc
  .tuple(
    fc.record({ key: anyKey, type, attributes: fc.array(attribute, { maxLength: 4 }) }),
    fc.record(
      {
        id: fc.constantFrom('ada', 'bob', 'Not An Id'),
        folder: fc.constantFrom('people', '', '../..', 'sources', '.git', 'a/b', '/etc'),
        name: nastyText,
        aliases: fc.array(nastyText, { maxLength: 3 }),
        summary: nastyText,
        unnamed: fc.boolean(),
        count: fc.constantFrom(2, 0, -1, 1.5, Number.NaN),
        date: fc
          .tuple(claim, fc.oneof(date, nastyText))
          .map(([told, value]) => ({ ...told, value })),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([told, more]) => ({ ...told, ...more }))

const tie: fc.Arbitrary<ImportedTie> = fc
  .tuple(
    claim,
    fc.record(
      { relation, source: anyKey, target: anyKey, role: nastyText, symmetric: fc.boolean() },
      { requiredKeys: ['relation', 'source', 'target'] },
    ),
  )
  .map(([told, more]) => ({ ...told, ...more }))

const importedType = fc.record(
  {
    label: nastyText,
    parent: type,
    abstract: fc.boolean(),
    dated: fc.boolean(),
    transit: fc.boolean(),
    colour: fc.constantFrom('#c2410c', '#FFFFFF', 'red'),
    ftm: fc.constantFrom('Person', 'Organization', 'Event', 'Address', 'Document', 'Nonsense'),
  },
  { requiredKeys: [] },
)

const importedRelation = fc.record(
  {
    label: nastyText,
    inverse: relation,
    inverseLabel: nastyText,
    symmetric: fc.boolean(),
    kind: nastyText,
    from: fc.array(type, { maxLength: 2 }),
    to: fc.array(type, { maxLength: 2 }),
    says: fc.constantFrom('{source} led {target}.', '{source}', '{source} {x} {target}', 'no'),
    saysInverse: nastyText,
    ftm: fc.constantFrom('Nonsense', ...ftmRelations),
  },
  { requiredKeys: [] },
)

const importedSource = fc.record(
  {
    id: fc.constantFrom('bbc', 'ada', 'No Id'),
    folder: fc.constantFrom('sources', 'sources/news', 'people', '..'),
    title: nastyText,
    publisher: nastyText,
    author: nastyText,
    kind: nastyText,
    language: nastyText,
    archive: fc.constantFrom('https://a.example/', 'https://archive.example/1', 'https://b.x/'),
    url: fc.constantFrom('https://a.example/', 'javascript:alert(1)', 'https://u:p@a.example/'),
    published: date,
    accessed: date,
    reliability: fc.constantFrom('A', 'Z'),
    note: nastyText,
    paragraphs: fc.constantFrom(2, 14),
    pages: fc.constantFrom(3, 7),
  },
  { requiredKeys: ['title'] },
)

const decision = fc.record({
  verdict: fc.constantFrom('different', 'undecided'),
  entities: fc.array(anyKey, { maxLength: 3 }),
  reason: nastyText,
  citations: fc.array(citation, { maxLength: 1 }),
})

/** Whatever a reader could hand to the writer, and more. */
export const randomImported: fc.Arbitrary<Imported> = fc
  .tuple(
    fc.record({
      things: fc.array(thing, { maxLength: 8 }),
      ties: fc.array(tie, { maxLength: 10 }),
      types: fc.dictionary(type, importedType, { maxKeys: 4 }).map(mapOf),
      relations: fc.dictionary(relation, importedRelation, { maxKeys: 4 }).map(mapOf),
      sources: fc.dictionary(source, importedSource, { maxKeys: 3 }).map(mapOf),
      identity: fc.array(decision, { maxLength: 1 }),
    }),
    fc.record(
      {
        name: nastyText,
        origin: fc.record({ title: nastyText, note: nastyText }),
        untyped: fc.constant(true as const),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([told, more]) => ({ ...told, ...more }))

function mapOf<T>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(values))
}
