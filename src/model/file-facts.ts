import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import type { Document, SourceFile } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { isKebabName } from '../text/entity-id.ts'
import { type Allowance, takeAllowances } from './allowances.ts'
import { promisedIn, wordsIn } from './broken-file.ts'
import { kebabOf } from './check-id.ts'
import type { Entity, IdentityDecision, ReadEntity } from './entity.ts'
import { type Mentions, nothingNoted } from './mentions.ts'
import type { NamedView } from './named-view.ts'
import type { Ontology } from './ontology.ts'
import { identityPath, ontologyPath, ownPaths, viewsPath } from './own-files.ts'
import { packEntity } from './packed-entity.ts'
import { packMentions } from './packed-mentions.ts'
import { fileName, holdsMany, readEntities } from './read-entity.ts'
import { readIdentity } from './read-identity.ts'
import { readOntology } from './read-ontology.ts'
import { readSource } from './read-source.ts'
import { readViews } from './read-views.ts'
import { entityRules } from './rules/rules.ts'
import type { Source } from './source.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All that one file says, and all that can be found wrong in it without a look at any other but the ontology. */
export interface FileFacts {
  readonly path: string
  readonly entities: readonly Entity[]
  readonly mentions: Mentions
  readonly rest: RestOfFacts
}

/** What most files have nothing of: these share one. */
interface RestOfFacts {
  readonly sources: readonly Source[]
  readonly decisions: readonly IdentityDecision[]
  readonly views: readonly NamedView[]
  readonly allowances: readonly Allowance[]
  readonly diagnostics: readonly Diagnostic[]
  /** Ids that the file promises, by its name or as keys, and does not yield. */
  readonly missing: readonly string[]
  /** Sources that the file may cite, where it cannot be read. */
  readonly mayCite: readonly string[]
}

const none: readonly never[] = []

const nothing: RestOfFacts = {
  ...{ sources: none, decisions: none, views: none, allowances: none, diagnostics: none },
  ...{ missing: none, mayCite: none },
}

function orNothing(rest: RestOfFacts): RestOfFacts {
  return Object.values(rest).every(({ length }) => length === 0) ? nothing : rest
}

/** The tree of the file is dropped, and what it says is packed: both would be most of the memory. */
export function readFile(file: SourceFile, vocabulary: Vocabulary): FileFacts {
  const { path, text } = file
  const { document, allowances, diagnostics, report } = open({ path, text })
  const isOwn = ownPaths.includes(path)
  const isSource = path.startsWith('sources/')
  const noted = nothingNoted()
  const decisions = path === identityPath ? readIdentity(document, report, noted) : none
  const views = path === viewsPath ? readViews(document, report, noted, vocabulary) : none
  const source = isSource ? readSource(document, report) : undefined
  const read = isOwn || isSource ? none : readEntities(document, vocabulary, report, noted)
  for (const entity of read) for (const rule of entityRules) rule(entity, vocabulary, report)
  const isNamed = !isOwn && source === undefined
  return {
    path,
    entities: read.length === 0 ? none : read.map((entity) => packEntity(entity, file, text)),
    mentions: packMentions(noted, file, text),
    rest: orNothing({
      ...{ sources: source ? [source] : none, decisions, views, allowances, diagnostics },
      ...unsaid(document, read, isNamed),
    }),
  }
}

/** What a file does not say and others may take for granted. `isNamed` is one whose name is to be an id. */
function unsaid(
  document: Document,
  read: readonly ReadEntity[],
  isNamed: boolean,
): Pick<RestOfFacts, 'missing' | 'mayCite'> {
  const { path, text, root } = document
  if (root === undefined)
    return { missing: isNamed ? promisedIn(document) : none, mayCite: wordsIn(text) }
  const ids = read.map((entity) => entity.id.value)
  const own = isNamed && !holdsMany(document) ? [fileName(path)] : none
  const missing = [...own, ...ids.flatMap(meantBy)].filter((id) => !ids.includes(id))
  return { missing: missing.length === 0 ? none : missing, mayCite: none }
}

function meantBy(id: string): readonly string[] {
  const kebab = isKebabName(id) ? undefined : kebabOf(id)
  return kebab === undefined ? none : [kebab]
}

/** The ontology comes first: without it no other file can be read. */
export function readOntologyFile(file: SourceFile | undefined): {
  ontology: Ontology
  facts: FileFacts
} {
  const { document, allowances, diagnostics, report } = open(file)
  const ontology = readOntology(document, report)
  const facts = {
    path: ontologyPath,
    entities: none,
    mentions: nothingNoted(),
    rest: { ...nothing, allowances, diagnostics },
  }
  return { ontology, facts }
}

interface Opened<D> {
  readonly document: D
  readonly allowances: readonly Allowance[]
  readonly diagnostics: Diagnostic[]
  readonly report: Report
}

function open(file: SourceFile): Opened<Document>
function open(file: SourceFile | undefined): Opened<Document | undefined>
function open(file: SourceFile | undefined): Opened<Document | undefined> {
  const whole = file && parseDocument(file)
  const diagnostics = [...(whole?.diagnostics ?? [])]
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  if (whole === undefined) return { document: undefined, allowances: none, diagnostics, report }
  const { document, allowances } = takeAllowances(whole, report)
  return { document, allowances, diagnostics, report }
}
