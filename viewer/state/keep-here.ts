import { computed, effect } from '@preact/signals'
import type { Beyond } from '../data/beyond.ts'
import type { Viewer } from '../viewer.ts'
import { later } from '../words/later-texts.ts'
import { listed } from '../words/text.ts'
import { namedIn, withNamedOf, withoutNamed } from './named-in.ts'
import { fitting, hereIn, type Room } from './part-here.ts'
import type { ViewState } from './view-state.ts'

/**
 * Keeps here what the view shows of a graph that is too large for a page: the entities of `only`, or those that stand
 * out where it names none. What else the view names is fetched, and comes into `only`, before anybody tells of it.
 */
export function keepHere(viewer: Viewer, beyond: Beyond): () => void {
  const stops: (() => void)[] = []
  let isOver = false
  void bring(viewer, beyond, viewer.view.peek()).then(() => {
    if (isOver) return
    const search = computed(() => viewer.view.value.search?.trim() ?? '')
    stops.push(
      keepOnly(viewer, beyond),
      keepNamed(viewer, beyond),
      keepAsked(viewer, beyond),
      effect(() => beyond.search(search.value)),
    )
  })
  return () => {
    isOver = true
    for (const stop of stops) stop()
  }
}

/** What is here is what the view shows, and the view shows nothing that the graph does not have. */
function keepOnly({ view, graph, notices, adjust }: Viewer, beyond: Beyond): () => void {
  const only = computed(() => JSON.stringify(view.value.only))
  const stops = [
    effect(() => {
      void only.value
      void beyond.show(view.peek().only)
    }),
    effect(() => {
      void graph.value
      const unknown = new Set(beyond.unknown())
      if (!view.peek().only.some((id) => unknown.has(id))) return
      notices.value = withNotice(notices.peek(), unknownInWords([...unknown]))
      adjust((before) => ({ ...before, only: before.only.filter((id) => !unknown.has(id)) }))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Whatever the view names that is not here comes. */
function keepNamed(viewer: Viewer, beyond: Beyond): () => void {
  return effect(() => {
    const graph = viewer.graph.value
    const wanted = viewer.view.value
    if (namedIn(wanted).every((id) => graph?.hasNode(id))) return
    void bring(viewer, beyond, wanted)
  })
}

/** A focus and a path are about the whole graph: what of it they lead to comes, too. */
function keepAsked(viewer: Viewer, beyond: Beyond): () => void {
  const asked = computed(() => {
    const { focus, path } = viewer.view.value
    return JSON.stringify([focus, path && { ...path, shown: 0 }])
  })
  let last = asked.peek()
  return effect(() => {
    if (asked.value === last) return
    last = asked.value
    const wanted = viewer.view.peek()
    if (!namedIn(wanted).every((id) => viewer.graph.peek()?.hasNode(id))) return
    void nearby(viewer, beyond, wanted).then((near) => {
      const here = hereIn(viewer)
      if (near.some((id) => !here.includes(id))) {
        viewer.adjust((view) => ({ ...view, only: told(viewer, fitting(here, near)) }))
      }
    })
  })
}

/** Fetches what a view names with what it leads to. Until then the view goes without, because nothing is known of it. */
async function bring(viewer: Viewer, beyond: Beyond, wanted: ViewState): Promise<void> {
  const { adjust, graph, notices } = viewer
  const named = namedIn(wanted)
  const missing = named.filter((id) => !graph.peek()?.hasNode(id))
  if (missing.length === 0) return beyond.show(wanted.only)
  adjust((view) => withoutNamed(view, new Set(missing)))
  // Whoever the view shows already comes alone.
  const strangers = missing.filter((id) => !wanted.only.includes(id))
  const near = await nearby(viewer, beyond, wanted, strangers)
  const ids = told(viewer, fitting([...wanted.only, ...named], near))
  await beyond.show(ids)
  const unknown = new Set(beyond.unknown())
  if (unknown.size > 0) {
    notices.value = withNotice(notices.peek(), unknownInWords([...unknown]))
  }
  const only = ids.filter((id) => graph.peek()?.hasNode(id))
  const known = withoutNamed(wanted, new Set(named.filter((id) => !only.includes(id))))
  adjust((view) => ({ ...withNamedOf(view, known), only }))
}

/** What a view leads to: the neighbours of who is new, those in the focus, those on the paths. */
async function nearby(
  { notices, graph }: Viewer,
  beyond: Beyond,
  { selected, focus, path }: ViewState,
  strangers: readonly string[] = [],
): Promise<readonly string[]> {
  const here = graph.peek()?.nodes() ?? []
  const isNew = selected?.kind === 'entity' && strangers.includes(selected.id)
  try {
    const answers = await Promise.all([
      isNew ? beyond.around(selected.id, 1, []) : null,
      focus ? beyond.around(focus.around, focus.hops, here) : null,
      path?.to ? beyond.paths(path.from, path.to, path.anywhere) : null,
    ])
    const left = answers[2]?.left ?? 0
    if (left > 0) notices.value = withNotice(notices.peek(), later.partPathsLeft(left))
    return answers.flatMap((answer) => answer?.ids ?? [])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    notices.value = withNotice(notices.peek(), later.partNotHad(reason))
    return []
  }
}

function told({ notices }: Pick<Viewer, 'notices'>, { ids, isFull }: Room): readonly string[] {
  if (isFull) notices.value = withNotice(notices.peek(), later.partTooMany)
  return ids
}

function unknownInWords(ids: readonly string[]): string {
  return later.partUnknown(listed(ids.map((id) => `“${id}”`)))
}

function withNotice(notices: readonly string[], notice: string): readonly string[] {
  return [...new Set([...notices, notice])]
}
