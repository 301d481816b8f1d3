// What an editor says of each key: one table for each kind of map.

export const ofFile = {
  allow:
    'Warnings of this file that are to be let be: a map from codes to reasons. Errors cannot be allowed.',
} as const

export const ofManyEntities = {
  cite: 'The citation of all claims in this file that have none of their own.',
  entities: 'Many short entities in one file, each under its id.',
} as const

export const ofEntity = {
  type: 'What the entity is: a type of ontology.yaml that is not abstract.',
  name: 'What people read. Names may change; the id, which is the name of the file, does not.',
  aliases: 'Other spellings and names, one or a list. They are found and compared, never merged.',
  summary: 'One sentence in your own words.',
  unnamed: 'true: the sources withhold the identity, and the name describes. Never merged by name.',
  count: 'Of how many people or things this stands, when the sources do not tell them apart.',
  when: 'When it happened: a date such as 2012-03-17, or a map with value and the keys of a claim.',
  cite: 'The citation of all claims in this entity that have none of their own.',
  attributes: 'Values, each with its evidence: a map from attributes to values.',
  relations:
    'Ties to other entities: a list, in which each item names one relation and its target.',
} as const

export const ofClaim = {
  when: 'When the claim held: 2012, 2012-03, 2012-03-17, 2009/2012, ../2012 (until), 2011/.. (and still), 2012~ (about), 2012? (uncertain). Without it the claim may hold at any time.',
  cite: 'The evidence: source#place, such as report#p4, a list of these, or { source, at, quote }.',
  'said-by':
    'The entity that the source quotes, one or a list. Without it the source itself speaks.',
  confidence: 'How sure the claim is: the second half of the Admiralty code, in words.',
  inferred: 'Why you conclude what no source states, in words.',
  note: 'Anything else a reader should know.',
  rivals: 'Other readings of the same claim, each with its own evidence. None replaces the claim.',
} as const

export const ofValue = {
  value: 'The value itself; the other keys say who claims it, where and when.',
} as const

export const ofRelation = {
  as: 'The role of the one who does it, such as commander.',
} as const

export const ofRival = {
  value: 'What the other source says instead.',
  target: 'The entity that the other source names instead.',
  denied: 'true: the source denies the claim.',
} as const

export const ofCitation = {
  source: 'The id of a file in sources/.',
  at: 'The place in the source, such as p4, page7, 00:12:30 or the name of a section.',
  quote: 'The words of the source, at most 25 of them.',
} as const

export const ofSource = {
  title: 'The title, as the document gives it.',
  publisher: 'Who published it.',
  author: 'Who wrote it.',
  kind: 'What it is, in your own word: news, report, court-file …',
  url: 'Where it stands on the web.',
  archive: 'The address of a copy that will last.',
  published: 'The date of publication.',
  accessed: 'The day on which you read it.',
  language: 'The language that it is written in.',
  reliability: 'How far the source is trusted: the first half of the Admiralty code.',
  note: 'Anything else a reader should know.',
  paragraphs: 'How many paragraphs it has: citations may name p1, or p3-p5.',
  pages: 'How many pages it has: citations may name page7, or page7-page9.',
  timecode: 'How long the recording is, such as 01:30:00: citations may name 00:12:30.',
  sections: 'Named parts that citations may name.',
} as const

export const ofIdentity = {
  same: 'Entities that are one. The check warns until their files are joined.',
  different: 'Entities that look alike and are not one; settles the warning.',
  undecided: 'Entities of which nobody can say yet whether they are one.',
} as const

export const ofDecision = {
  entities: 'The ids of two entities or more.',
  reason: 'Why you decide so.',
  cite: 'The evidence for the decision.',
} as const

export const ofViews = {
  views: 'Views of the graph under a name, as the viewer offers them: a list.',
} as const

export const ofView = {
  name: 'What people read. No two views have the same.',
  note: 'What a reader should see in it.',
  show: 'What the viewer shows: the keys of its address, such as around, when or hide.',
} as const

export const ofOntology = {
  name: 'The name of the knowledge base.',
  entities: 'The types of entities: a map from names to what they are.',
  relations: 'The types of relations: a map from names to what they tie.',
} as const

export const ofEntityType = {
  is: 'The type above it, whose colour, attributes, dated, transit, stix and ftm it inherits.',
  abstract: 'true: it only groups other types; no entity is of it.',
  label: 'What people read.',
  colour: 'The colour in the picture, in quotes: "#c2410c".',
  dated: 'true: its entities happen at a time and have "when".',
  transit: 'false: paths do not run through its entities unless asked to, as through places.',
  stix: 'What its entities are in STIX, for that export: threat-actor, individual, location, incident …',
  ftm: 'The schema of its entities in FollowTheMoney, for that export: Person, Organization, Event …',
  attributes:
    'What can be said of its entities: text, number, date, url, { one-of: [a, b] } or { list: text }.',
} as const

export const ofAttributeType = {
  'one-of': 'The values to choose from.',
  list: 'The type of each of several values.',
} as const

export const ofRelationType = {
  inverse: 'Its name when it is written at the other end: led-by for leads.',
  symmetric: 'true: it says the same from either end, and has no inverse.',
  from: 'The entity types that it runs from: a type, with all below it, or a list.',
  to: 'The entity types that it runs to: a type, with all below it, or a list.',
  kind: 'A word of your own that groups relations, such as affiliation.',
  label: 'The caption of the line in the picture.',
  'inverse-label': 'The caption when the line is read from its target.',
  says: 'The sentence that paths read out: "{source} led {target}".',
  'says-inverse': 'The same from the other end: "{target} was led by {source}".',
  stix: 'Its relationship type in STIX, such as located-at; ^ before it turns the relation round. Without it its own name.',
  ftm: 'Its link in FollowTheMoney, such as Membership, or a property such as involved; ^ before it turns the relation round. Without it UnknownLink.',
  acyclic: 'true: it never leads back to where it began.',
  'at-most': 'How many of these an entity may have at one time.',
  requires: 'What no claim of this relation may lack, such as when.',
  begins: 'The end that is tied to nothing earlier.',
  ends: 'The end that takes part in nothing later, as one who was killed.',
  within: 'The end, an event, in whose time the event at the other end happens.',
} as const
