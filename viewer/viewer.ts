import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Search } from '../src/queries/search-entities.ts'
import { type SourceCoverage, sourceCoverage } from '../src/queries/source-coverage.ts'
import { type SourceSupport, sourceSupport } from '../src/queries/source-support.ts'
import type { Base } from './data/base.ts'
import type { ShownGraph } from './data/shown.ts'
import type { PictureGroups } from './groups/picture-groups.ts'
import type { Palette } from './marks/palette.ts'
import type { Picture } from './renderer/create-picture.ts'
import type { PathAnswerView } from './state/answer-path.ts'
import { onDemand } from './state/on-demand.ts'
import type { Selection, ViewState } from './state/view-state.ts'
import type { ViewStore } from './state/view-store.ts'
import {
  type Choice,
  type Parts,
  passedBy,
  passedRows,
  type Visible,
  visibleOf,
} from './state/visible.ts'
import { activitiesAt } from './time/activities.ts'
import type { Moment } from './time/moment.ts'
import { type TimeControl, timeControl } from './time/time-control.ts'
import { texts } from './words/texts.ts'

/** What every part of the page shares: the data, the view, and what follows from the two. */
export interface Viewer extends ViewStore {
  readonly base: Base
  readonly graph: ShownGraph
  /** What the filters let pass, at whatever time. */
  readonly passed: ReadonlySignal<Parts>
  readonly visible: ReadonlySignal<Visible>
  /** What the picture shows: the same, but at once while a hand moves the time. */
  readonly drawn: ReadonlySignal<Visible>
  readonly time: TimeControl
  readonly path: ReadonlySignal<PathAnswerView | null>
  /** Null until somebody has begun to search, and the index is there. */
  readonly find: ReadonlySignal<Search | null>
  /** How far each source is used. */
  readonly coverage: ReadonlySignal<readonly SourceCoverage[]>
  /** What rests on the source that the reader looks at. */
  readonly support: ReadonlySignal<SourceSupport | null>
  /** The system asks for the dark theme. */
  readonly systemDark: ReadonlySignal<boolean>
  /** The dark theme is in use, by choice or by the system's. */
  readonly dark: ReadonlySignal<boolean>
  /** The colours on the page, once it has its theme. */
  readonly palette: Signal<Palette | null>
  readonly picture: Signal<Picture | null>
  readonly hovered: Signal<Selection | null>
  /** Null where the graph is small, and until they are found. */
  readonly groups: Signal<PictureGroups | null>
  /** The entity that was chosen last: the one whose relations the brackets go through. */
  readonly anchor: Signal<string | null>
  /** The page is a frame in another one, as `?embed` asks. */
  readonly embedded: boolean
  /** The window has room for one panel only. */
  readonly narrow: ReadonlySignal<boolean>
  readonly helpOpen: Signal<boolean>
  readonly takeAwayOpen: Signal<boolean>
  readonly viewsOpen: Signal<boolean>
  /** What a screen reader says next. */
  readonly announcement: Signal<string>
  /** What the reader must know about the link or the data, until it is put away. */
  readonly notices: Signal<readonly string[]>
  /** A part of the page could not be fetched. */
  readonly tellOfLoss: () => void
}

const nothing: Visible = { nodes: new Set(), edges: new Set(), whole: true, inTime: null }

export function createViewer(base: Base, store: ViewStore, embedded: boolean): Viewer {
  const { graph } = base
  const { view } = store
  const filters = computed(() => JSON.stringify(filtersIn(view.value)))
  const passed = computed(() => {
    void filters.value
    return graph.value ? passedBy(graph.value, view.peek()) : nothing
  })
  const notices = signal<readonly string[]>([])
  const tellOfLoss = () => {
    notices.value = [...new Set([...notices.peek(), texts.somePartLost])]
  }
  const paths = onDemand(() => import('./state/answer-path.ts'), tellOfLoss)
  const search = onDemand(() => import('../src/queries/search-entities.ts'), tellOfLoss)
  effect(() => {
    if (view.value.path !== null) paths.need()
    if (view.value.search !== null && base.beyond.value === null) search.need()
  })
  const focus = computed(() => view.value.focus)
  const inactive = computed(() => view.value.inactive)
  const time = timeControl(base.shown, store)
  const choice = computed((): Choice => ({ focus: focus.value, inactive: inactive.value }))
  const rows = computed(() => time.index.value && passedRows(time.index.value, passed.value))
  const visibleAt = (moment: Moment): Visible => {
    const index = moment.time && time.index.value
    const timed =
      index && rows.value
        ? { moment, index, passed: rows.value, activities: activitiesAt(index, moment) }
        : null
    return graph.value ? visibleOf(graph.value, passed.value, choice.value, timed) : nothing
  }
  const visible = computed(() => visibleAt(time.settled.value))
  const drawn = computed(() => (time.isMoving.value ? visibleAt(time.moment.value) : visible.value))
  const question = computed(() => JSON.stringify({ ...view.value.path, shown: 0 }))
  const path = computed(() => {
    void question.value
    const { path: asked } = view.peek()
    const { value: module } = paths.module
    return module && graph.value && asked && !base.beyond.value?.busy.value
      ? module.answerPath(graph.value, visible.value, asked)
      : null
  })
  const source = computed(() => view.value.source?.id)
  const support = computed(() =>
    graph.value && source.value !== undefined ? sourceSupport(graph.value, source.value) : null,
  )
  const coverage = computed(() => (graph.value ? sourceCoverage(graph.value) : []))
  const systemDark = matches('(prefers-color-scheme: dark)')
  const find = computed(() => {
    if (base.beyond.value) return base.beyond.value.found.value
    const { value: module } = search.module
    return module && graph.value ? module.entitySearch(graph.value) : null
  })
  return {
    ...store,
    base,
    graph,
    passed,
    visible,
    drawn,
    time,
    path,
    find,
    coverage,
    support,
    systemDark,
    dark: computed(() => (view.value.theme ?? (systemDark.value ? 'dark' : 'light')) === 'dark'),
    palette: signal(null),
    picture: signal(null),
    hovered: signal(null),
    groups: signal(null),
    anchor: signal(null),
    embedded,
    narrow: matches('screen and (width<=800px)'),
    helpOpen: signal(false),
    takeAwayOpen: signal(false),
    viewsOpen: signal(false),
    announcement: signal(''),
    notices,
    tellOfLoss,
  }
}

/** The part of the view on which depends what passes; focus and time choose from that. */
function filtersIn(view: ViewState) {
  const { hiddenTypes, hiddenRelations, hiddenEntities, only, minConfidence, inferred } = view
  const source = view.source?.mode === 'light' ? null : view.source
  return {
    ...{ hiddenTypes, hiddenRelations, hiddenEntities, only, minConfidence, inferred },
    ...{ source, saidBy: view.saidBy, withoutSpeaker: view.withoutSpeaker },
  }
}

export const ViewerContext = createContext<Viewer | null>(null)

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (viewer === null) throw new Error('A panel stands outside the page that holds it.')
  return viewer
}

function matches(condition: string): ReadonlySignal<boolean> {
  const query = matchMedia(condition)
  const result = signal(query.matches)
  query.addEventListener('change', () => {
    result.value = query.matches
  })
  return result
}
