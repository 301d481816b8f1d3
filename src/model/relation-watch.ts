import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts'
import type { Ontology } from './ontology.ts'
import type { Relation } from './relation.ts'
import type { AllRelationsRule } from './rule.ts'
import { allRelationsRules } from './rules/rules.ts'
import { sparseLists } from './sparse-lists.ts'

export interface RelationWatch {
  /** Takes the relations that begin at an id in the place of those that did. */
  readonly put: (id: string, relations: readonly Relation[]) => void
  readonly diagnostics: () => readonly Diagnostic[]
}

/** Holds each rule that looks at all relations against those that concern it, when one of these has changed. */
export function relationWatch(ontology: Ontology): RelationWatch {
  const types = [...ontology.relationTypes.values()]
  const watches = allRelationsRules
    .filter((rule) => types.some(rule.asks))
    .map((rule) => watchFor(rule))
  return {
    put: (id, relations) => {
      for (const watch of watches) watch.put(id, relations)
    },
    diagnostics: () => watches.flatMap((watch) => watch.diagnostics()),
  }
}

function watchFor({ asks, concerns = ({ type }) => asks(type), check }: AllRelationsRule) {
  const watched = sparseLists<Relation>()
  let checked: readonly Relation[] | undefined
  let diagnostics: readonly Diagnostic[] = []

  return {
    put: (id: string, relations: readonly Relation[]) =>
      watched.set(id, relations.filter(concerns)),
    diagnostics: () => {
      const all = watched.all()
      if (all === checked) return diagnostics
      const found: Diagnostic[] = []
      const report: Report = (diagnostic) => void found.push(diagnostic)
      check(all, report)
      checked = all
      diagnostics = found
      return diagnostics
    },
  }
}
