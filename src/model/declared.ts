import type { Report } from '../diagnostics/diagnostic.ts'
import { duplicateId, sourceNamedAsEntity } from '../diagnostics/problems/names.ts'
import { compareText } from '../text/compare-text.ts'
import type { Base } from './base.ts'
import type { Entity } from './entity.ts'
import type { FileFacts } from './file-facts.ts'
import type { Source } from './source.ts'
import { sparseLists } from './sparse-lists.ts'

/** What the files declare, without what ties it together. */
export type Declared = Pick<Base, 'entities' | 'sources' | 'identity' | 'views' | 'unreadable'>

/** What a file said, and what it says now. */
export interface ChangedFacts {
  readonly path: string
  readonly before: FileFacts | undefined
  readonly now: FileFacts | undefined
}

export interface DeclaredIndex {
  /** Gives the ids that may stand for something else now. `promised` are those of files that could not be opened. */
  readonly update: (
    changes: readonly ChangedFacts[],
    promised: readonly string[],
  ) => ReadonlySet<string>
  readonly declared: () => Declared
  /** Reports every declaration but the first of an id. */
  readonly report: (report: Report) => void
}

/** Joins the files. Of the declarations of one id the first counts: entities before sources, then by place. */
export function declaredIndex(): DeclaredIndex {
  /** The declaration of an id that counts. */
  const items = new Map<string, Item>()
  /** All of an id that has several. */
  const shared = sparseLists<Item>()
  const decisions = sparseLists<Base['identity'][number]>()
  const views = sparseLists<Base['views'][number]>()
  const missing = sparseLists<string>()
  let lastPromised: readonly string[] = []
  let declared: Declared = {
    entities: new Map(),
    sources: new Map(),
    identity: [],
    views: [],
    unreadable: new Set(),
  }

  const replace = (id: string, gone: Item | undefined, come: Item | undefined) => {
    const known = items.get(id)
    if (known === undefined && come !== undefined) return void items.set(id, come)
    const others = (shared.get(id) ?? (known ? [known] : [])).filter((item) => item !== gone)
    const all = come === undefined ? others : [...others, come].sort(byPrecedence)
    const [first] = all
    if (first) items.set(id, first)
    else items.delete(id)
    shared.set(id, all.length > 1 ? all : [])
  }
  const take = ({ path, before, now }: ChangedFacts) => {
    for (const item of itemsOf(before)) replace(item.id.value, item, undefined)
    for (const item of itemsOf(now)) replace(item.id.value, undefined, item)
    decisions.set(path, now?.rest.decisions ?? [])
    views.set(path, now?.rest.views ?? [])
    missing.set(path, now?.rest.missing ?? [])
  }
  const update: DeclaredIndex['update'] = (changes, promised) => {
    for (const change of changes) take(change)
    const touched = new Set(changes.flatMap(({ before, now }) => [...idsOf(before), ...idsOf(now)]))
    for (const id of [...lastPromised, ...promised]) touched.add(id)
    lastPromised = promised
    declared = {
      entities: patched(declared.entities, touched, (id) => entityIn(items.get(id))),
      sources: patched(declared.sources, touched, (id) => sourceIn(items.get(id))),
      identity: decisions.all(),
      views: views.all(),
      unreadable: new Set([...missing.all(), ...promised].filter((id) => !items.has(id))),
    }
    return touched
  }
  const report = (tell: Report) => {
    for (const id of shared.keys()) {
      const [first, ...others] = shared.get(id) ?? []
      for (const other of others) if (first) reportTaken(first, other, tell)
    }
  }
  return { update, declared: () => declared, report }
}

type Item = Entity | Source

function itemsOf(facts: FileFacts | undefined): readonly Item[] {
  if (facts === undefined) return []
  const { entities, rest } = facts
  return rest.sources.length === 0 ? entities : [...entities, ...rest.sources]
}

/** Also those that the file promises and does not yield. */
function idsOf(facts: FileFacts | undefined): readonly string[] {
  return [...itemsOf(facts).map(({ id }) => id.value), ...(facts?.rest.missing ?? [])]
}

function byPrecedence(a: Item, b: Item): number {
  const order = Number(isSource(a)) - Number(isSource(b))
  return order || compareText(a.id.span.file, b.id.span.file) || a.id.span.start - b.id.span.start
}

function isSource(item: Item): item is Source {
  return 'places' in item
}

function reportTaken(first: Item, other: Item, tell: Report): void {
  const { span } = first.id
  // Keys of one file that are the same are told as keys.
  if (other.id.span.file === span.file) return
  const isAlike = isSource(first) === isSource(other)
  tell(isAlike ? duplicateId(other.id, span) : sourceNamedAsEntity(other.id, span))
}

function entityIn(item: Item | undefined): Entity | undefined {
  return item === undefined || isSource(item) ? undefined : item
}

function sourceIn(item: Item | undefined): Source | undefined {
  return item !== undefined && isSource(item) ? item : undefined
}

/** The same map where nothing in it is another one; else a new one, again in order of id. */
function patched<T>(
  last: ReadonlyMap<string, T>,
  touched: ReadonlySet<string>,
  find: (id: string) => T | undefined,
): ReadonlyMap<string, T> {
  const changed = [...touched].filter((id) => find(id) !== last.get(id))
  if (changed.length === 0) return last
  const now = new Map(last)
  for (const id of changed) {
    const found = find(id)
    if (found === undefined) now.delete(id)
    else now.set(id, found)
  }
  if (changed.every((id) => last.has(id))) return now
  const ids = [...now.keys()].sort(compareText)
  return new Map(ids.map((id) => [id, now.get(id) as T]))
}
