import { vocabularyIri } from './vocabulary.ts'

const dataNamespaces = [
  'entity',
  'claim',
  'rival',
  'source',
  'decision',
  'type',
  'relation',
  'attribute',
] as const
export type DataNamespace = (typeof dataNamespaces)[number]

/** What the prefixes of the names in a file stand for. */
export function namespaces(base: string): Record<string, string> {
  return {
    ...Object.fromEntries(dataNamespaces.map((prefix) => [prefix, `${base}${prefix}/`])),
    dossier: `${vocabularyIri}#`,
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    owl: 'http://www.w3.org/2002/07/owl#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    edtf: 'http://id.loc.gov/datatypes/edtf/',
    skos: 'http://www.w3.org/2004/02/skos/core#',
    dcterms: 'http://purl.org/dc/terms/',
    prov: 'http://www.w3.org/ns/prov#',
    oa: 'http://www.w3.org/ns/oa#',
  }
}
