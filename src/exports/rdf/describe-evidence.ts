import type { CitationAttributes, Evidence } from '../../graph/knowledge-graph.ts'
import { named, nameOf, optional, type Property, property, type Term, text } from './term.ts'
import { dayTerm, edtfTerm } from './value-term.ts'

/** What vouches for a claim, a rival or a denial. */
export function describeEvidence(evidence: Evidence): Property[] {
  const { confidence, citations, saidBy, inferred, note } = evidence
  return [
    ...describeDates(evidence),
    ...optional('dossier:confidence', confidence, (word) => named(`dossier:${word}`)),
    ...describeCitations(
      citations,
      inferred === undefined ? 'prov:hadPrimarySource' : 'prov:wasDerivedFrom',
    ),
    ...property(
      'prov:wasAttributedTo',
      ...saidBy.map((speaker) => named(nameOf('entity', speaker))),
    ),
    ...optional('dossier:inferred', inferred, text),
    ...optional('skos:note', note, text),
  ]
}

/** A date and its widest bounds. */
export function describeDates({ when, start, end }: Dates): Property[] {
  return [
    ...optional('dossier:when', when, edtfTerm),
    ...optional('dossier:earliestStart', start, dayTerm),
    ...optional('dossier:latestEnd', end, dayTerm),
  ]
}

interface Dates {
  readonly when?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
}

/** The sources by name, for short questions, and the places in them. */
export function describeCitations(
  citations: readonly CitationAttributes[],
  origin: 'prov:hadPrimarySource' | 'prov:wasDerivedFrom',
): Property[] {
  const sources = new Set(citations.map(({ source }) => source))
  return [
    ...property(origin, ...[...sources].map((source) => named(nameOf('source', source)))),
    ...property('dossier:citation', ...citations.map(citationTerm)),
  ]
}

function citationTerm({ source, at, quote }: CitationAttributes): Term {
  const words = quote === undefined ? undefined : quoteSelector(quote)
  const selector = at === undefined ? words : fragmentSelector(at, words)
  return unnamed('oa:SpecificResource', [
    ...property('oa:hasSource', named(nameOf('source', source))),
    ...property('oa:hasSelector', selector),
  ])
}

/** The quote is looked for within the place, so its selector refines that of the place. */
function fragmentSelector(at: string, words: Term | undefined): Term {
  return unnamed('oa:FragmentSelector', [
    ...property('rdf:value', text(at)),
    ...property('dcterms:conformsTo', named('dossier:locators')),
    ...property('oa:refinedBy', words),
  ])
}

function quoteSelector(quote: string): Term {
  return unnamed('oa:TextQuoteSelector', property('oa:exact', text(quote)))
}

function unnamed(
  type: 'oa:SpecificResource' | 'oa:FragmentSelector' | 'oa:TextQuoteSelector',
  properties: readonly Property[],
): Term {
  return { kind: 'unnamed', properties: [...property('rdf:type', named(type)), ...properties] }
}
