import type { Located } from '../text/span.ts'
import type { Base } from './base.ts'
import type { Citation } from './claim.ts'
import type { ChangedFacts, Declared } from './declared.ts'
import type { FileFacts } from './file-facts.ts'
import type { Mentions } from './mentions.ts'
import { hasPlace } from './source.ts'
import { sparseLists } from './sparse-lists.ts'
import { uncitedIndex } from './uncited-index.ts'

/** What the files refer to that is not there, and what is there that no file refers to. */
export type Unresolved = Pick<Base, 'brokenReferences' | 'brokenCitations' | 'uncitedSources'>

export interface MentionIndex {
  /** `touched` are the ids that may stand for something else now, `files` all files as they are now. */
  readonly update: (
    changes: readonly ChangedFacts[],
    touched: ReadonlySet<string>,
    declared: Declared,
    files: ReadonlyMap<string, FileFacts>,
  ) => Unresolved
}

/** Looks again at the files that have changed, and at those that mention what no longer is what it was. */
export function mentionIndex(): MentionIndex {
  const references = sparseLists<Located<string>>()
  const citations = sparseLists<Citation>()
  const uncited = uncitedIndex()
  let last: Declared | undefined

  const look = (path: string, mentions: Mentions | undefined, declared: Declared) => {
    references.set(path, mentions ? brokenReferences(mentions, declared) : [])
    citations.set(path, mentions ? brokenCitations(mentions, declared) : [])
  }
  const update: MentionIndex['update'] = (changes, touched, declared, files) => {
    for (const { path, now } of changes) look(path, now?.mentions, declared)
    for (const path of last ? affected(last, declared, touched, files) : []) {
      look(path, files.get(path)?.mentions, declared)
    }
    last = declared
    return {
      brokenReferences: references.all(),
      brokenCitations: citations.all(),
      uncitedSources: uncited(changes, declared.sources, files),
    }
  }
  /** What is new can only mend what was broken; what is gone, or has other places, can be mentioned anywhere. */
  const affected = (
    before: Declared,
    now: Declared,
    touched: ReadonlySet<string>,
    files: ReadonlyMap<string, FileFacts>,
  ): ReadonlySet<string> => {
    const moved = [...touched].filter((id) => meaningOf(id, before) !== meaningOf(id, now))
    if (moved.length === 0) return new Set()
    const paths = new Set([...references.keys(), ...citations.keys()])
    const lost = new Set(moved.filter((id) => meaningOf(id, before) !== nothing))
    if (lost.size === 0) return paths
    for (const [path, { mentions }] of files) {
      const isHit =
        mentions.entities.some(({ value }) => lost.has(value)) ||
        mentions.citations.some(({ source }) => lost.has(source))
      if (isHit) paths.add(path)
    }
    return paths
  }
  return { update }
}

/** All of what an id stands for that decides whether a mention of it resolves. */
function meaningOf(id: string, { entities, sources, unreadable }: Declared): string {
  return JSON.stringify([entities.has(id), sources.get(id)?.places ?? null, unreadable.has(id)])
}

const nothing = JSON.stringify([false, null, false])

function brokenReferences(
  { entities: mentioned }: Mentions,
  { entities, unreadable }: Declared,
): readonly Located<string>[] {
  const broken: Located<string>[] = []
  for (const id of mentioned) {
    if (!entities.has(id.value) && !unreadable.has(id.value)) broken.push(id)
  }
  return broken
}

function brokenCitations(
  { citations }: Mentions,
  { sources, unreadable }: Declared,
): readonly Citation[] {
  const broken: Citation[] = []
  for (const citation of citations) {
    const source = sources.get(citation.source)
    const isBroken = source
      ? citation.at !== undefined && !hasPlace(source.places, citation.at)
      : !unreadable.has(citation.source)
    if (isBroken) broken.push(citation)
  }
  return broken
}
