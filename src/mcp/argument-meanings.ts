import { confidences } from '../model/claim.ts'
import { orders } from '../queries/neighbour-page.ts'
import { weights } from '../queries/routes/cost.ts'

export interface Meaning {
  readonly description: string
  /** The only values that it takes. */
  readonly oneOf?: readonly string[]
  /** The least number that it takes, where that is not 1. */
  readonly least?: number
  /** The most characters that it takes, where they are fewer than `mostCharacters`. */
  readonly longest?: number
}

/** Texts and lists without end would be looked for among all names, and nobody else is answered meanwhile. */
export const mostCharacters = 1000
export const mostTexts = 200

const entity = 'an id, a name or an alias; an id is surest'

/** What arguments mean. One of a name means the same in every tool; most are options of the command line. */
export const argumentMeanings: Readonly<Record<string, Meaning>> = {
  text: {
    description: 'What to look for: a name, a part of one, or words of a summary.',
    longest: 200,
  },
  entity: { description: `Which entity: ${entity}. For show also the key of one relation.` },
  start: { description: `Where the paths begin: ${entity}.` },
  end: { description: `Where the paths end: ${entity}.` },
  first: { description: `The one entity: ${entity}.` },
  second: { description: `The other entity: ${entity}.` },
  of: { description: 'A source, by its id: what rests on it. Without it, all sources are listed.' },
  code: {
    description: 'The code of a diagnostic, such as broken-reference. Without it, all codes.',
  },
  limit: {
    description: 'At most so many items; fewer where the answer would grow too long to read.',
  },
  offset: { description: 'Leave out so many, which an answer before has shown.', least: 0 },
  after: { description: 'Go on where the answer before this one ended: its "after".' },
  type: { description: 'Keep entities of these types and their subtypes.' },
  relation: { description: 'Keep these relations.' },
  kind: { description: 'Keep relations of these kinds.' },
  asOf: {
    description: 'Keep what can hold at this time, an EDTF date: 2012, 2012-03 or 2012-03-17.',
  },
  from: { description: 'Keep what can hold on this date or later.' },
  to: { description: 'Keep what can hold on this date or earlier.' },
  certain: { description: 'With a time: keep only what certainly holds then, not what may.' },
  minConfidence: {
    description:
      'Keep claims of this confidence or more. One that states none passes all but "confirmed".',
    oneOf: confidences,
  },
  source: { description: 'Keep claims that cite these sources (ids).' },
  withoutSource: { description: 'Leave out claims that rest on these sources (ids) alone.' },
  saidBy: { description: 'Keep claims that these entities make.' },
  withoutSpeaker: { description: 'Leave out claims that these entities alone make.' },
  inferred: { description: 'false leaves out what the curator concluded and no source states.' },
  around: { description: 'Keep what lies around this entity.' },
  hops: { description: 'How far around it; 1 unless told.', least: 0 },
  project: {
    description: 'A type of events: their participants are tied, in place of the events.',
  },
  by: { description: 'In which order.', oneOf: orders },
  direct: { description: 'true leaves out what they share only through events.' },
  max: { description: 'The longest path to look at, in hops: 1 to 12 (12, or 4 with all).' },
  all: { description: 'true: every path up to max, not only the shortest.' },
  top: { description: 'So many of the best paths, and not only the shortest. Not with all.' },
  weight: { description: 'Which paths are best: fewest hops, or least doubt.', oneOf: weights },
  via: { description: 'Relations, types or entities that must lie on the path.' },
  avoid: { description: 'Relations, types or entities that must not.' },
  through: { description: 'Types to go through although the ontology says no, such as place.' },
  directed: { description: 'true: follow relations from source to target only.' },
  together: { description: 'true: only paths whose hops can all hold at one time.' },
  along: {
    description:
      'The relations on the way as a SPARQL property path, such as leads/allied-with*/^member-of.',
  },
}
