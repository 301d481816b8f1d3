import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { readSources } from '../../../src/documents/read-sources.ts'
import { borrowedTerms } from '../../../src/exports/rdf/borrowed-terms.ts'
import { namespaces } from '../../../src/exports/rdf/namespaces.ts'
import { vocabulary } from '../../../src/exports/rdf/vocabulary.ts'
import { awkwardEvidence } from './awkward-evidence.ts'
import { prefixes, questions } from './questions.ts'
import { read, written } from './readers.ts'

const claim = 'claim:makhdum-nusrat--leads--imu'
const example = { turtle: '', trig: '' }

beforeAll(async () => {
  const { graph } = compile(await readSources('graph-data'))
  const blocks = (format: 'turtle' | 'trig') => written(format, graph).split('\n\n')
  example.turtle = blocks('turtle').find((block) => block.startsWith(`${claim} a `)) ?? ''
  example.trig = blocks('trig').find((block) => block.startsWith(`${claim} {`)) ?? ''
})

test('the reference of the vocabulary is what the tables of terms say', async () => {
  await expect(reference()).toMatchFileSnapshot('../../../docs/vocabulary.md')
})

describe('in a file that holds everything', () => {
  const prefixed = (iri: string) => {
    const [prefix, start = ''] =
      Object.entries(namespaces('urn:dossier:awkward-small-graph:')).find(([, start]) =>
        iri.startsWith(start),
      ) ?? []
    return prefix === undefined ? iri : `${prefix}:${iri.slice(start.length)}`
  }
  const documented = [
    ...Object.keys(borrowedTerms),
    ...Object.keys(vocabulary).map((name) => `dossier:${name}`),
  ]

  test('every term is documented, and every documented property and class is there', async () => {
    const quads = await read('turtle', written('turtle', awkwardEvidence()))
    const used = new Set<string>()
    for (const { predicate, object } of quads) {
      used.add(prefixed(predicate.value))
      if (object.termType === 'NamedNode') used.add(prefixed(object.value))
    }
    const terms = [...used].filter(
      (name) =>
        !/^(entity|claim|rival|source|decision|type|relation|attribute|xsd|edtf|https?):/.test(
          name,
        ),
    )
    expect(documented).toEqual(expect.arrayContaining(terms))
    const individuals = Object.entries(vocabulary)
      .filter(([, { is }]) => is !== 'class' && is !== 'property')
      .map(([name]) => `dossier:${name}`)
    const expected = documented.filter((name) => !individuals.includes(name))
    expect(terms).toEqual(expect.arrayContaining(expected))
  })
})

function reference(): string {
  const own = Object.entries(vocabulary)
  const rowsOf = (kind: 'class' | 'property') =>
    own
      .filter(([, { is }]) => is === kind)
      .map(([name, { says, range = '', under = [] }]) => {
        const values = kind === 'class' ? under.join(', ') : range
        return `| \`dossier:${name}\` | ${values} | ${says} |`
      })
  const individuals = own
    .filter(([, { is }]) => is !== 'class' && is !== 'property')
    .map(([name, { is, says, rank }]) => {
      return `| \`dossier:${name}\` | dossier:${is} | ${says}${rank === undefined ? '' : ` Its rank is ${rank}.`} |`
    })
  const borrowed = Object.entries(borrowedTerms).map(
    ([name, { says, range = '' }]) => `| \`${name}\` | ${range} | ${says} |`,
  )
  return `${[
    introduction(),
    '## Questions',
    'Each is asked of the data in this repository by the tests, with Oxigraph and rdflib. They all begin with:',
    fenced('sparql', prefixes.trimEnd()),
    ...questions.flatMap(({ asks, sparql, format }) => [
      `${asks}${format === undefined ? '' : ' (In TriG.)'}`,
      fenced('sparql', sparql),
    ]),
    '## Classes',
    ['| class | subclass of | meaning |', '|---|---|---|', ...rowsOf('class')].join('\n'),
    '## Properties',
    ['| property | values | meaning |', '|---|---|---|', ...rowsOf('property')].join('\n'),
    '## Individuals',
    ['| individual | class | meaning |', '|---|---|---|', ...individuals].join('\n'),
    '## Terms of others',
    'Their meaning is that of their authors; this is what Dossier says with them.',
    ['| term | values | says |', '|---|---|---|', ...borrowed].join('\n'),
  ].join('\n\n')}\n`
}

function introduction(): string {
  const names = Object.entries(namespaces('…')).map(
    ([prefix, iri]) => `| \`${prefix}:\` | \`${iri}\` |`,
  )
  return [
    '# Vocabulary',
    '`dossier export turtle`, `trig` and `jsonld` write the same triples. This page says what they mean; every file brings the definitions of the terms along. It is made from the tables in `src/exports/rdf/`, and a test compares it with them.',
    '## A claim',
    'Every statement of a base is a resource of its own, an `rdf:Statement` with its evidence: who says so (PROV-O), in which place of which source (Web Annotation), when (EDTF, and its widest bounds as days for stores that know no EDTF), and how sure it is.',
    fenced('turtle', example.turtle),
    'Beside it stands the triple itself, so that short questions have short answers:',
    fenced('turtle', 'entity:makhdum-nusrat relation:leads entity:imu .'),
    'The triple is left out where the curators hold the claim for **doubtful** or **improbable**: a triple cannot say how sure it is, and who reads one takes it for true. The claim is there, whatever its confidence. Conclusions of the curator (`dossier:inferred`) are stated; their sources are `prov:wasDerivedFrom` and not `prov:hadPrimarySource`, because no source says so.',
    'A **rival** is another reading of a claim: described in the same way, with a value, object or date of its own, and stated by no triple. A **denial** says that a source denies the claim; it is no statement, so that nobody counts it in favour.',
    'An attribute is a claim like a relation. The date of an event is one, too: its predicate is `dossier:when`. Of an inverse or symmetric relation only the triple that the graph has is written: `owl:inverseOf` and `owl:SymmetricProperty` tell a reasoner the rest, and in SPARQL `relation:knows|^relation:knows` walks both ways.',
    '## Named graphs',
    'In TriG the triple of every claim stands in a graph that bears the name of the claim, as in nanopublications; what is told about the claim, and all the rest, stands in the default graph. So two stints are two graphs with the same triple, and a store can follow a triple to its source without reification:',
    fenced('trig', example.trig),
    'A graph a source would have to repeat what two sources say, and could not tell their places apart. Rivals have no graph, because many stores take the union of all graphs for what is true. All graphs of the TriG file united are the Turtle file.',
    '## Decisions on identity',
    'A decision is a resource with its verdict, reason and sources. `same` means that two entities are one and that their files wait to be joined, which is what `owl:sameAs` says; `different` is `owl:differentFrom`; `undecided` is `dossier:perhapsSameAs`, from which nothing follows. In TriG these triples stand in the graph of the decision: leave it out, and a reasoner merges nobody.',
    '## Names',
    'The names of the data begin with the base, which `--base` gives; `urn:dossier:NAME:` is made from the name of the knowledge base. A base ends in `/`, `#` or `:`, and is an IRI that begins with http, https, urn or tag. Ids of the data are parts of names as they are; of a text that is no id all but ASCII letters, digits, `-` and `_` is percent-encoded. A claim is named after the edge (`claim:ada--leads--imu`) or after the entity and attribute (`claim:raid.killed-count`, and `.2` for a second value); its rivals are numbered.',
    'The vocabulary is `urn:dossier:vocabulary#`. It is a URN, because an address would promise that somebody answers there for ever, and could one day belong to somebody else; a URN is only a name.',
    'The prefixes of a file, where … is the base:',
    ['| prefix | stands for |', '|---|---|', ...names].join('\n'),
    '## What a file does not hold',
    'Positions, sizes and colours of nodes, and counts, which follow from the rest. Order: RDF knows sets, so that the aliases of an entity have none. Half a surrogate pair is no character and becomes U+FFFD; `--report` counts them. An address of a source that is no valid IRI is a literal.',
  ].join('\n\n')
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}
