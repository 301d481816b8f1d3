import { Dialogs } from './controls/dialogs.tsx'
import { EmbedBar } from './controls/embed-bar.tsx'
import { Header } from './controls/header.tsx'
import { PicturePane } from './controls/picture-pane.tsx'
import { ClosedSide, SheetTabs, SidePanel } from './controls/side-panel.tsx'
import { openPanels } from './state/open-panels.ts'
import { Timeline } from './time/timeline.tsx'
import { useViewer } from './viewer.ts'
import { texts } from './words/texts.ts'

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
      {embedded ? <EmbedBar /> : <Header />}
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
      <Dialogs />
    </div>
  )
}
