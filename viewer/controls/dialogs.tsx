import { Dialog } from '../parts/dialog.tsx'
import { lazy } from '../parts/lazy.tsx'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

const Help = lazy(async () => (await import('./help.tsx')).Help)
const Views = lazy(async () => (await import('../views/views.tsx')).Views)
const TakeAway = lazy(async () => (await import('../take-away/take-away.tsx')).TakeAway)

export function Dialogs() {
  const { helpOpen, takeAwayOpen, viewsOpen } = useViewer()
  return (
    <>
      <Dialog open={helpOpen} title={texts.keys} body={Help} />
      <Dialog open={viewsOpen} title={texts.views} body={Views} />
      <Dialog open={takeAwayOpen} title={texts.takeAway} body={TakeAway} />
    </>
  )
}
