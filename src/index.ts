export { BadData } from './diagnostics/bad-data.ts'
export type { Code } from './diagnostics/codes.ts'
export type { Diagnostic, Fix, Note, Replacement } from './diagnostics/diagnostic.ts'
export { NoBase } from './documents/read-base.ts'
export {
  type Dossier,
  type GraphIn,
  type OpenOptions,
  openDossier,
  type RemoteBase,
  type RemoteDossier,
} from './dossier.ts'
export { EngineProblem } from './engines/engine-problem.ts'
export type { RemoteQuestions } from './engines/remote-questions.ts'
export type { GroupKind } from './graph/group-members.ts'
export type {
  AttributeClaimAttributes,
  CitationAttributes,
  ClaimAttributes,
  EdgeAttributes,
  EntityTypeAttributes,
  Evidence,
  GraphAttributes,
  IdentityAttributes,
  KnowledgeGraph,
  NodeAttributes,
  OntologyAttributes,
  RelationTypeAttributes,
  RivalAttributes,
  SourceAttributes,
} from './graph/knowledge-graph.ts'
export type { Confidence, Scalar } from './model/claim.ts'
export type { FtmSchema } from './model/ftm-words.ts'
export type { StixEntity } from './model/stix-words.ts'
export { WrongExpression } from './queries/along/wrong-expression.ts'
export type { Between, BetweenAnswer } from './queries/between.ts'
export type { Chain, CommonAnswer, Shared } from './queries/common.ts'
export type { EntitySheet } from './queries/entity-sheet.ts'
export type { ExpandedEdge, ExpandedPage } from './queries/expand.ts'
export type { Hop, Path, PathAnswer } from './queries/find-paths.ts'
export type { Bridge, Group, GroupsAnswer } from './queries/groups.ts'
export type {
  AnswerNames,
  InNames,
  Names,
  OptionNames,
  OptionsIn,
  RelationIn,
  TermIn,
} from './queries/names.ts'
export type { NeighbourPage } from './queries/neighbour-page.ts'
export type { Neighbour } from './queries/neighbours.ts'
export type { Condition, Obstacle, Obstacles } from './queries/obstacles.ts'
export type { Answer, Asked, Questions } from './queries/questions.ts'
export type { BetweenOptions } from './queries/read-between-question.ts'
export type { CommonOptions } from './queries/read-common-question.ts'
export type { ExpandOptions } from './queries/read-expansion.ts'
export type { FilterOptions, PartOptions } from './queries/read-filter.ts'
export type { GroupsOptions } from './queries/read-groups-question.ts'
export type { NeighbourOptions } from './queries/read-neighbour-question.ts'
export type { PathOptions } from './queries/read-path-question.ts'
export type { TimelineOptions } from './queries/read-timeline-question.ts'
export type { Readable } from './queries/readable.ts'
export type { Neighbours } from './queries/readable-neighbours.ts'
export type { Paths } from './queries/readable-paths.ts'
export type { Direction } from './queries/rows.ts'
export type { Found, FoundBy } from './queries/search-entities.ts'
export type { SourceCoverage } from './queries/source-coverage.ts'
export type { ClaimCounts, Count, Statistics } from './queries/statistics.ts'
export type { Moments, Timeline, Told, ToldAttribute } from './queries/timeline.ts'
export type { Abortable } from './queries/until-aborted.ts'
export { WrongQuestion } from './queries/wrong-question.ts'
export type { Span } from './text/span.ts'
