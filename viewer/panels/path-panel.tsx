import { whenInWords } from '../../src/graph/sentence.ts'
import type { Path } from '../../src/queries/find-paths.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { leavePath, showEverything, showPath, turnPathAround } from '../state/changes.ts'
import { shownPath } from '../state/shown-path.ts'
import { useViewer } from '../viewer.ts'
import { backdropLabels } from '../words/backdrops.ts'
import { counted, either } from '../words/text.ts'
import { NoPath } from './no-path.tsx'
import { PathHops } from './path-hops.tsx'

/** How two entities hang together, read out claim by claim. */
export function PathPanel() {
  const { view, graph, path, change } = useViewer()
  const asked = view.value.path
  if (asked === null || graph.value === null) return <HowToAsk />
  const shown = shownPath(path.value, asked)
  return (
    <>
      <p class="kicker">Path</p>
      <h2 class="name" tabIndex={-1}>
        <EntityLink id={asked.from} /> <span class="quiet">to</span>{' '}
        {asked.to === null ? <span class="quiet">…</span> : <EntityLink id={asked.to} />}
      </h2>
      <p class="actions">
        {asked.to !== null && (
          <button type="button" class="button" onClick={() => change(turnPathAround)}>
            <Icon name="swap" /> Turn around
          </button>
        )}
        <button type="button" class="button" onClick={() => change(leavePath)}>
          <Icon name="close" /> {asked.to === null ? 'Cancel' : 'Leave path'}
        </button>
      </p>
      {asked.to === null && (
        <p class="inline-notice">
          Choose the other end: click it in the picture, or find it with <kbd>/</kbd>.
        </p>
      )}
      {path.value && !shown && <NoPath because={path.value.because} />}
      {shown && <ShownPath path={shown} />}
    </>
  )
}

function HowToAsk() {
  return (
    <>
      <p class="kicker">Path</p>
      <h2 class="name" tabIndex={-1}>
        How do two entities hang together?
      </h2>
      <p>
        Choose an entity and press <kbd>P</kbd>, or “Path from here” in its evidence. Then choose
        the other end. The chains of claims between the two are lit in the picture and read out here
        with their sources.
      </p>
    </>
  )
}

function ShownPath({ path }: { readonly path: Path }) {
  const { view, graph, path: answer, change, visible } = useViewer()
  const { paths = [], truncated = false } = answer.value ?? {}
  const at = paths.indexOf(path)
  const step = (by: number) => change(showPath((at + by + paths.length) % paths.length))
  return (
    <>
      <fieldset class="pager" aria-label="Paths">
        <button
          type="button"
          class="icon-button"
          aria-label="Previous path"
          disabled={paths.length < 2}
          onClick={() => step(-1)}
        >
          <Icon name="left" />
        </button>
        <p>
          Path {at + 1} of {paths.length}
          {truncated && ' or more'}, {counted(path.length, 'hop')}
        </p>
        <button
          type="button"
          class="icon-button"
          aria-label="Next path"
          disabled={paths.length < 2}
          onClick={() => step(1)}
        >
          <Icon name="right" />
        </button>
      </fieldset>
      <PathHops path={path} />
      <p class="together">{togetherInWords(path)}</p>
      {!visible.value.whole && (
        <p class="quiet">
          Only claims that the picture shows were asked.{' '}
          <button type="button" class="button" onClick={() => change(showEverything)}>
            Show everything
          </button>
        </p>
      )}
      {view.value.path?.anywhere && (
        <p class="quiet">
          The path may run through a {graph.value && either(backdropLabels(graph.value))}.
        </p>
      )}
    </>
  )
}

function togetherInWords({ together, hops }: Path): string {
  if (hops.every(({ when }) => when === undefined)) return 'None of these claims has a date.'
  return together === null
    ? 'There is no time in which all of these claims can hold together.'
    : `All of these claims can hold together ${whenInWords(together)}.`
}
