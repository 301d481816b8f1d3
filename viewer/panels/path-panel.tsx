import type { Path } from '../../src/queries/find-paths.ts'
import { EntityLink } from '../parts/entity-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { KeyHint } from '../parts/key-hint.tsx'
import { Quiet, QuietWords } from '../parts/quiet-words.tsx'
import { leavePath, showEverything, showPath, turnPathAround } from '../state/changes.ts'
import { shownPath } from '../state/shown-path.ts'
import { useViewer } from '../viewer.ts'
import { backdropLabels } from '../words/backdrops.ts'
import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'
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
      <p class="kicker">{texts.path}</p>
      <h2 class="name" tabIndex={-1}>
        <QuietWords
          parts={later.fromTo(
            <EntityLink id={asked.from} />,
            asked.to === null ? <Quiet text="…" /> : <EntityLink id={asked.to} />,
          )}
        />
      </h2>
      <p class="actions">
        {asked.to !== null && (
          <button type="button" class="button" onClick={() => change(turnPathAround)}>
            <Icon name="swap" /> {later.turnAround}
          </button>
        )}
        <button type="button" class="button" onClick={() => change(leavePath)}>
          <Icon name="close" /> {asked.to === null ? later.cancel : later.leavePath}
        </button>
      </p>
      {asked.to === null && <p class="inline-notice">{later.chooseEnd(<KeyHint of="/" />)}</p>}
      {path.value && !shown && <NoPath because={path.value.because} />}
      {shown && <ShownPath path={shown} />}
    </>
  )
}

function HowToAsk() {
  return (
    <>
      <p class="kicker">{texts.path}</p>
      <h2 class="name" tabIndex={-1}>
        {later.howPathsBegin}
      </h2>
      <p>{later.howToAsk(<KeyHint of="P" />)}</p>
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
      <fieldset class="pager" aria-label={later.pathsTitle}>
        <button
          type="button"
          class="icon-button"
          aria-label={later.previousPath}
          disabled={paths.length < 2}
          onClick={() => step(-1)}
        >
          <Icon name="left" />
        </button>
        <p>{later.pathAt(at + 1, paths.length, truncated, path.length)}</p>
        <button
          type="button"
          class="icon-button"
          aria-label={later.nextPath}
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
          {later.onlyShownAsked}{' '}
          <button type="button" class="button" onClick={() => change(showEverything)}>
            {texts.showEverything}
          </button>
        </p>
      )}
      {view.value.path?.anywhere && (
        <p class="quiet">
          {later.mayRunThrough(
            <bdi>{graph.value && later.either(backdropLabels(graph.value))}</bdi>,
          )}
        </p>
      )}
    </>
  )
}

function togetherInWords({ together, hops }: Path): string {
  if (hops.every(({ when }) => when === undefined)) return later.noneDated
  return together === null ? later.neverTogether : later.together(texts.when(together))
}
