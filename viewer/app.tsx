import { useRef } from 'preact/hooks'
import { Header } from './controls/header.tsx'
import { PicturePane } from './controls/picture-pane.tsx'
import { ClosedSide, SheetTabs, SidePanel } from './controls/side-panel.tsx'
import { lazy } from './parts/lazy.tsx'
import { openPanels } from './state/open-panels.ts'
import { Timeline } from './time/timeline.tsx'
import { useViewer } from './viewer.ts'
import { texts } from './words/texts.ts'

const Dialogs = lazy(async () => (await import('./controls/dialogs.tsx')).Dialogs)
const EmbedTitle = lazy(async () => (await import('./controls/embed-title.tsx')).EmbedTitle)

/** The page. */
export function App() {
  const { view, narrow, embedded, announcement } = useViewer()
  const { left, right } = openPanels(view.value, narrow.value, embedded)
  return (
    <div class={`app${narrow.value ? ' is-narrow' : ''}${embedded ? ' is-embedded' : ''}`}>
      {!embedded && (
        <button
          type="button"
          class="skip"
          onClick={() => document.getElementById('picture')?.focus()}
        >
          {texts.skipToPicture}
        </button>
      )}
      {embedded ? (
        <header class="embed-bar">
          <EmbedTitle />
        </header>
      ) : (
        <Header />
      )}
      {left ? <SidePanel panel={left} /> : !narrow.value && <ClosedSide side="left" />}
      <div class="middle">
        <PicturePane />
        <Timeline />
      </div>
      {right ? <SidePanel panel={right} /> : !narrow.value && <ClosedSide side="right" />}
      {narrow.value && <SheetTabs shown={right ?? left} />}
      <p class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </p>
      <div id="legend" class="legend-sheet" />
      {useDialogs() && <Dialogs />}
    </div>
  )
}

/** Once one was asked for, they stay: a dialog that closes gives the focus back. */
function useDialogs(): boolean {
  const { helpOpen, takeAwayOpen, viewsOpen } = useViewer()
  const wereAsked = useRef(false)
  const areAsked = [helpOpen, takeAwayOpen, viewsOpen].some(({ value }) => value)
  wereAsked.current ||= areAsked
  return wereAsked.current
}
