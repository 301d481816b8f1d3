import { Header } from './controls/header.tsx'
import { HelpDialog } from './controls/help-dialog.tsx'
import { PicturePane } from './controls/picture-pane.tsx'
import { ClosedSide, SheetTabs, SidePanel } from './controls/side-panel.tsx'
import { openPanels } from './state/open-panels.ts'
import { Timeline } from './time/timeline.tsx'
import { useViewer } from './viewer.ts'

/** The page. */
export function App() {
  const { view, narrow, announcement } = useViewer()
  const { left, right } = openPanels(view.value, narrow.value)
  return (
    <div class={narrow.value ? 'app is-narrow' : 'app'}>
      <Header />
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
      <HelpDialog />
    </div>
  )
}
