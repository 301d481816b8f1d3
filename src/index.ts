export type { Diagnostic } from './diagnostics/diagnostic.ts'
export { type Dossier, openDossier, type Paths, type ReadablePath } from './dossier.ts'
export type {
  AttributeClaimAttributes,
  CitationAttributes,
  ClaimAttributes,
  EdgeAttributes,
  GraphAttributes,
  KnowledgeGraph,
  NodeAttributes,
  RivalAttributes,
} from './graph/knowledge-graph.ts'
export type { Hop, Path } from './queries/find-paths.ts'
export type { Neighbour } from './queries/neighbours.ts'
export type { FilterOptions } from './queries/read-filter.ts'
export type { PathOptions } from './queries/read-path-question.ts'
export type { Found } from './queries/search-entities.ts'
export { WrongQuestion } from './queries/wrong-question.ts'
