import { bySourceOrder, type Diagnostic, type Report } from '../diagnostics/diagnostic.ts'
import { pathCollision } from '../diagnostics/problems/files.ts'
import { duplicateId } from '../diagnostics/problems/names.ts'
import type { Document } from '../documents/document.ts'
import { compareText } from '../text/compare-text.ts'
import type { Located } from '../text/span.ts'
import { takeAllowances, withoutAllowed } from './allowances.ts'
import type { Base } from './base.ts'
import { ontologySuggester } from './ontology-suggester.ts'
import { fileName, holdsMany, readEntities } from './read-entity.ts'
import { readIdentity } from './read-identity.ts'
import { readOntology } from './read-ontology.ts'
import { readSource } from './read-source.ts'
import { resolveRelations } from './resolve-relations.ts'
import { rules } from './rules/rules.ts'

export interface CheckedModel {
  readonly base: Base
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads all documents, in whatever order they come, as one base and holds every rule against it. */
export function checkModel(unordered: readonly Document[]): CheckedModel {
  const diagnostics = unordered.flatMap((document) => document.diagnostics)
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  const { documents, allowances } = takeAllowances(
    unordered.toSorted((a, b) => compareText(a.path, b.path)),
    report,
  )
  for (const [path, other] of collisions(documents)) report(pathCollision(path, other))
  const base = readBase(documents, report)
  for (const rule of rules) rule(base, report)
  return { base, diagnostics: withoutAllowed(diagnostics, allowances).toSorted(bySourceOrder) }
}

function readBase(documents: readonly Document[], report: Report): Base {
  const named = (path: string) => documents.find((document) => document.path === path)
  const ontology = readOntology(named('ontology.yaml'), report)
  const vocabulary = { ontology, suggest: ontologySuggester(ontology) }
  const identity = named('identity.yaml')
  const others = documents.filter(({ path }) => !['ontology.yaml', 'identity.yaml'].includes(path))
  const isSource = ({ path }: Document) => path.startsWith('sources/')

  const taken = new Map<string, Located<string>>()
  const entities = unique(
    others
      .filter((d) => !isSource(d))
      .flatMap((document) => readEntities(document, vocabulary, report)),
    taken,
    report,
  )
  const sources = unique(
    others.filter(isSource).flatMap((document) => readSource(document, report) ?? []),
    taken,
    report,
  )
  return {
    ontology,
    entities,
    sources,
    identity: identity ? readIdentity(identity, report) : [],
    relations: resolveRelations(entities, ontology),
    unreadable: new Set(
      others
        .filter((document) => !holdsMany(document))
        .map(({ path }) => fileName(path))
        .filter((id) => !entities.has(id) && !sources.has(id)),
    ),
  }
}

/** By id, in order of id; of two that share an id the first in order of place counts and the other is reported. */
function unique<T extends { readonly id: Located<string> }>(
  items: readonly T[],
  taken: Map<string, Located<string>>,
  report: Report,
): ReadonlyMap<string, T> {
  const kept: [string, T][] = []
  for (const item of items) {
    const first = taken.get(item.id.value)
    if (first) {
      report(duplicateId(item.id, first.span))
      continue
    }
    taken.set(item.id.value, item.id)
    kept.push([item.id.value, item])
  }
  return new Map(kept.sort(([a], [b]) => compareText(a, b)))
}

/** Paths that a disk which ignores case and forms of accents takes for one, each with the first of them. */
function collisions(documents: readonly Document[]): (readonly [path: string, other: string])[] {
  const first = new Map<string, string>()
  return documents.flatMap(({ path }) => {
    const folded = path.normalize('NFC').toLowerCase()
    const other = first.get(folded)
    first.set(folded, other ?? path)
    return other === undefined ? [] : [[path, other] as const]
  })
}
