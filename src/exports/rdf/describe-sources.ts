import type { KnowledgeGraph, SourceAttributes } from '../../graph/knowledge-graph.ts'
import { reliabilities } from '../../model/source.ts'
import { isWebAddress } from '../../text/web-address.ts'
import { describePlace } from './describe-claim.ts'
import { isSafeIri } from './safe-iri.ts'
import {
  type Description,
  named,
  nameOf,
  optional,
  type Property,
  property,
  type Term,
  text,
} from './term.ts'
import { edtfTerm, integerTerm } from './value-term.ts'

/** What is known of the documents that claims cite. */
export function* describeSources(graph: KnowledgeGraph): Generator<Description> {
  for (const [id, source] of Object.entries(graph.getAttribute('sources'))) {
    yield { subject: named(nameOf('source', id)), properties: describeSource(source), key: id }
  }
}

function describeSource(source: SourceAttributes): Property[] {
  return [
    ...property('rdf:type', named('dossier:Source')),
    ...property('dcterms:title', text(source.title)),
    ...optional('dcterms:publisher', source.publisher, text),
    ...optional('dcterms:creator', source.author, text),
    ...optional('dossier:kind', source.kind, text),
    ...optional('dossier:url', source.url, addressTerm),
    ...optional('dossier:archive', source.archive, addressTerm),
    ...optional('dcterms:issued', source.published, edtfTerm),
    ...optional('dossier:accessed', source.accessed, edtfTerm),
    ...optional('dcterms:language', source.language, text),
    ...optional('dossier:reliability', source.reliability, reliabilityTerm),
    ...optional('skos:note', source.note, text),
    ...optional('dossier:paragraphs', source.paragraphs, integerTerm),
    ...optional('dossier:pages', source.pages, integerTerm),
    ...describePlace(source),
  ]
}

/** A web address, or the text of what strict readers would not take for one. */
function addressTerm(address: string): Term {
  return isWebAddress(address) && isSafeIri(address) ? { kind: 'iri', iri: address } : text(address)
}

function reliabilityTerm(letter: string): Term {
  const known = reliabilities.find((one) => one === letter)
  return known === undefined ? text(letter) : named(`dossier:${known}`)
}
