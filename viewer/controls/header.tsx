import { Icon } from '../parts/icons.tsx'
import { setRight, setTheme, showEverything } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { problemCounts } from '../words/problem-counts.ts'
import { texts } from '../words/texts.ts'
import { openTakeAway } from './commands.ts'
import { SearchBox } from './search-box.tsx'

/** The name of the base, the way to find something in it, and what concerns the page as a whole. */
export function Header() {
  const viewer = useViewer()
  const { graph, helpOpen, viewsOpen } = viewer
  const name = graph.value?.getAttribute('name') ?? texts.unnamedBase
  return (
    <header class="header">
      <div class="title">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <Counts />
      </div>
      <SearchBox />
      <div class="header-actions">
        <ProblemBadge />
        <button
          type="button"
          class="icon-button"
          aria-label={texts.views}
          title={texts.withKey(texts.views, 'V')}
          onClick={() => {
            viewsOpen.value = true
          }}
        >
          <Icon name="views" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={texts.takeAway}
          title={texts.withKey(texts.takeAway, 'X')}
          onClick={() => openTakeAway(viewer)}
        >
          <Icon name="takeAway" />
        </button>
        <ThemeButton />
        <button
          type="button"
          class="icon-button"
          aria-label={texts.help}
          title={texts.withKey(texts.help, '?')}
          onClick={() => {
            helpOpen.value = true
          }}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  )
}

function Counts() {
  const { base, graph, visible, change } = useViewer()
  if (graph.value === null) return null
  const { entities, relations } = graph.value.getAttribute('counts')
  const isPart = base.beyond.value !== null
  const [order, size] = isPart ? [entities, relations] : [graph.value.order, graph.value.size]
  const { nodes, edges, whole } = visible.value
  return (
    <p class="counts quiet">
      <span>
        {whole && !isPart
          ? `${texts.entities(order)}, ${texts.relations(size)}`
          : `${texts.oneOf(nodes.size, texts.entities(order))}, ${texts.oneOf(edges.size, texts.relations(size))}`}
      </span>
      {!whole && (
        <button type="button" class="text-button" onClick={() => change(showEverything)}>
          {texts.showEverything}
        </button>
      )}
    </p>
  )
}

function ProblemBadge() {
  const { base, change } = useViewer()
  const status = base.status.value
  if (status === null || status.errors + status.warnings === 0) return null
  return (
    <button
      type="button"
      class={status.errors > 0 ? 'badge has-errors' : 'badge has-warnings'}
      onClick={() => change(setRight('diagnostics'))}
    >
      <Icon name="warning" /> {problemCounts(status)}
    </button>
  )
}

/** A choice that agrees with the system is none: the page follows the system again. */
function ThemeButton() {
  const { change, dark, systemDark } = useViewer()
  const next = dark.value ? 'light' : 'dark'
  const agrees = dark.value !== systemDark.value
  const label = next === 'light' ? texts.useLightTheme : texts.useDarkTheme
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => change(setTheme(agrees ? null : next))}
    >
      <Icon name={dark.value ? 'sun' : 'moon'} />
    </button>
  )
}
