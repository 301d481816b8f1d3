/** What the IRIs of the terms begin with. It is a name and no address: nobody else can come to own it. */
export const vocabularyIri = 'urn:dossier:vocabulary'

export interface VocabularyTerm {
  /** A class, a property, or the class of an individual. */
  readonly is: 'class' | 'property' | 'Confidence' | 'Reliability' | 'Verdict' | 'Scheme'
  /** What it means, as sentences. */
  readonly says: string
  /** The wider terms, where there are any. */
  readonly under?: readonly string[]
  /** What the values of a property are: resources or literals of a datatype; of either kind where it is silent. */
  readonly range?: Range
  /** Of a confidence, how sure it is: 5 is the surest. */
  readonly rank?: number
}

export type Range = 'resource' | Datatype
export type Datatype =
  | 'edtf:EDTF'
  | `xsd:${'string' | 'integer' | 'decimal' | 'double' | 'boolean' | 'date'}`

/** Tells the type checker all names, so that no other can be written. */
const own = {
  KnowledgeBase: { is: 'class', says: 'A graph of entities and claims that curators keep.' },
  Entity: {
    is: 'class',
    says: 'What claims are about. Every type of the ontology that has no parent is a subclass.',
  },
  Claim: {
    is: 'class',
    under: ['rdf:Statement', 'prov:Entity'],
    says: 'One statement of the base with its evidence: rdf:subject, rdf:predicate and rdf:object say what it states. The triple itself is in the graph, too, unless the confidence is doubtful or improbable. In TriG the claim also names the graph that holds the triple.',
  },
  Rival: {
    is: 'class',
    under: ['rdf:Statement', 'prov:Entity'],
    says: 'Another reading of a claim, described as a claim is. Its triple is in no graph, unless a claim states the same.',
  },
  Denial: {
    is: 'class',
    under: ['prov:Entity'],
    says: 'A source, or who it quotes, says that the claim is not so.',
  },
  Source: { is: 'class', under: ['prov:Entity'], says: 'A document that claims cite.' },
  IdentityDecision: {
    is: 'class',
    under: ['prov:Entity'],
    says: 'What the curators decided on whether entities are one, and why.',
  },
  Confidence: { is: 'class', says: 'How sure a claim is: the second half of the Admiralty code.' },
  Reliability: {
    is: 'class',
    says: 'How far a source is trusted: the first half of the Admiralty code.',
  },
  Verdict: { is: 'class', says: 'The answer of a decision on identity.' },
  Scheme: { is: 'class', says: 'A way to write the places in a source.' },

  unnamed: {
    is: 'property',
    range: 'xsd:boolean',
    says: 'True where the sources withhold the identity: rdfs:label describes and is no name.',
  },
  count: {
    is: 'property',
    range: 'xsd:integer',
    says: 'How many people stand behind an entity who are not told apart.',
  },
  when: {
    is: 'property',
    range: 'edtf:EDTF',
    says: 'When a claim holds or an event happened, in EDTF (ISO 8601-2) as the curator wrote it. A claim without it may hold at any time.',
  },
  earliestStart: {
    is: 'property',
    range: 'xsd:date',
    says: 'The first day on which it can have begun. Missing where the date has no bound there.',
  },
  latestEnd: {
    is: 'property',
    range: 'xsd:date',
    says: 'The last day on which it can have ended. Missing where the date has no bound there.',
  },
  role: {
    is: 'property',
    range: 'xsd:string',
    says: 'What the subject of the claim was to its object.',
  },
  event: {
    is: 'property',
    range: 'resource',
    says: 'The event in which both ends took part, of a tie that a projection made (--project).',
  },
  confidence: { is: 'property', range: 'resource', says: 'How sure a claim or a rival is.' },
  citation: {
    is: 'property',
    range: 'resource',
    says: 'An oa:SpecificResource: the source and, by its selector, the place in it and the words there.',
  },
  inferred: {
    is: 'property',
    range: 'xsd:string',
    says: 'Why the curator concludes what no source states. What has it is derived from its sources (prov:wasDerivedFrom), which do not say it (prov:hadPrimarySource).',
  },
  rival: {
    is: 'property',
    range: 'resource',
    says: 'Leads from a claim to another reading of it: a dossier:Rival, a dossier:Denial, or both at once.',
  },
  file: {
    is: 'property',
    range: 'xsd:string',
    says: 'The file below the data folder in which it is written.',
  },
  line: { is: 'property', range: 'xsd:integer', says: 'The line of that file, from 1.' },

  kind: {
    is: 'property',
    range: 'xsd:string',
    says: "What sort of relation or source it is, in the curator's own word.",
  },
  abstract: {
    is: 'property',
    range: 'xsd:boolean',
    says: 'Whether a type only gathers others and has no entities itself.',
  },
  dated: {
    is: 'property',
    range: 'xsd:boolean',
    says: 'Whether the entities of a type happen at a time.',
  },
  transit: {
    is: 'property',
    range: 'xsd:boolean',
    says: 'Whether paths run through the entities of a type.',
  },
  colour: { is: 'property', range: 'xsd:string', says: 'The colour of a type: #rrggbb.' },
  from: {
    is: 'property',
    range: 'resource',
    says: 'A type that the subject of a relation may have. Where it is the only one it is rdfs:domain, too.',
  },
  to: {
    is: 'property',
    range: 'resource',
    says: 'A type that the object of a relation may have. Where it is the only one it is rdfs:range, too.',
  },
  inverseLabel: {
    is: 'property',
    range: 'xsd:string',
    says: 'The caption of a relation that is read from its object.',
  },
  says: {
    is: 'property',
    range: 'xsd:string',
    says: 'The sentence that a relation reads as; {source} and {target} stand for its ends, {event} for dossier:event.',
  },
  saysInverse: {
    is: 'property',
    range: 'xsd:string',
    says: 'The sentence that a relation reads as from its object.',
  },

  stix: {
    is: 'property',
    range: 'xsd:string',
    says: 'What a type or relation is called in STIX 2.1; ^ before it turns a relation round.',
  },
  ftm: {
    is: 'property',
    range: 'xsd:string',
    says: 'What a type or relation is called in FollowTheMoney; ^ before it turns a relation round.',
  },

  url: {
    is: 'property',
    says: 'Where a source is found: an IRI or, where the address is none, its text.',
  },
  archive: { is: 'property', says: 'Where a copy of the source is kept; as dossier:url.' },
  accessed: { is: 'property', range: 'edtf:EDTF', says: 'When the curator read the source.' },
  reliability: { is: 'property', range: 'resource', says: 'How far a source is trusted.' },
  paragraphs: {
    is: 'property',
    range: 'xsd:integer',
    says: 'How many paragraphs of a source a citation may name.',
  },
  pages: {
    is: 'property',
    range: 'xsd:integer',
    says: 'How many pages of a source a citation may name.',
  },

  verdict: { is: 'property', range: 'resource', says: 'What was decided.' },
  about: { is: 'property', range: 'resource', says: 'An entity that the decision is about.' },
  reason: { is: 'property', range: 'xsd:string', says: 'Why it was decided so.' },
  perhapsSameAs: {
    is: 'property',
    range: 'resource',
    says: 'Two entities may be one, and the curators leave it open. It holds both ways.',
  },
  rank: {
    is: 'property',
    range: 'xsd:integer',
    says: 'Puts confidences in order; 5 is the surest. A claim that states none ranks between 5 and 4.',
  },

  confirmed: { is: 'Confidence', rank: 5, says: 'Other sources confirm it.' },
  probable: { is: 'Confidence', rank: 4, says: 'It is probably true.' },
  possible: { is: 'Confidence', rank: 3, says: 'It is possibly true.' },
  doubtful: { is: 'Confidence', rank: 2, says: 'It is doubtful.' },
  improbable: { is: 'Confidence', rank: 1, says: 'It is improbable.' },

  A: { is: 'Reliability', says: 'Completely reliable.' },
  B: { is: 'Reliability', says: 'Usually reliable.' },
  C: { is: 'Reliability', says: 'Fairly reliable.' },
  D: { is: 'Reliability', says: 'Not usually reliable.' },
  E: { is: 'Reliability', says: 'Unreliable.' },
  F: { is: 'Reliability', says: 'Its reliability cannot be judged.' },

  same: { is: 'Verdict', says: 'The entities are one; owl:sameAs ties them.' },
  different: { is: 'Verdict', says: 'The entities are not one; owl:differentFrom ties them.' },
  undecided: { is: 'Verdict', says: 'The question is open; dossier:perhapsSameAs ties them.' },

  locators: {
    is: 'Scheme',
    says: 'Paragraphs (p4, p3-p5), pages (page7), times (00:12:30) and the names of sections.',
  },
} as const satisfies Record<string, VocabularyTerm>

/** The terms of Dossier's own, from which docs/vocabulary.md is made. */
export const vocabulary: Readonly<Record<string, VocabularyTerm>> = own

export type OwnTerm = `dossier:${keyof typeof own}`
