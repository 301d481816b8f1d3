import { rdfLosses } from './rdf-losses.ts'

/** What Turtle, TriG and JSON-LD say alike about themselves. */
export const rdfFormat = {
  hasPositions: false,
  options: { base: 'What the IRIs of the data begin with, such as https://example.org/graph/.' },
  cannotHold: [
    'Where nodes lie in the picture, their sizes and their colours, which follow from the rest, and the counts stay behind.',
    'Aliases, citations and rivals have no order, since RDF has none.',
    'Half of a surrogate pair becomes U+FFFD, since it is no character.',
  ],
  losses: rdfLosses,
} as const
