import type { ViewState } from './view-state.ts'

/** The entities that a view is about, beside those that it shows: they must be here before anything tells of them. */
export function namedIn({ selected, focus, path, chosen }: ViewState): string[] {
  const ends = path ? [path.from, path.to ?? path.from] : []
  const middle = focus ? [focus.around] : []
  return [...new Set([...selectedEnds(selected), ...middle, ...ends, ...chosen])]
}

/** The key of a relation is its source, its type and its target, with two hyphens between, which no id has. */
function selectedEnds(selected: ViewState['selected']): string[] {
  if (selected === null) return []
  if (selected.kind === 'entity') return [selected.id]
  const [source = '', , target = ''] = selected.id.split('--')
  return [source, target].filter((id) => id !== '')
}

/** The view without these entities. */
export function withoutNamed(view: ViewState, ids: ReadonlySet<string>): ViewState {
  const { selected, focus, path, chosen } = view
  const has = (named: readonly string[]) => named.some((id) => ids.has(id))
  return {
    ...view,
    selected: has(selectedEnds(selected)) ? null : selected,
    focus: focus && ids.has(focus.around) ? null : focus,
    path: path && has([path.from, path.to ?? path.from]) ? null : path,
    chosen: chosen.filter((id) => !ids.has(id)),
  }
}

/** Those two of one view in another, which may have moved on in all other things. */
export function withNamedOf(
  view: ViewState,
  { selected, focus, path, chosen }: ViewState,
): ViewState {
  return { ...view, selected, focus, path, chosen }
}
