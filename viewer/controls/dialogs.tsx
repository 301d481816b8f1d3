import { Dialog } from '../parts/dialog.tsx'
import { lazy } from '../parts/lazy.tsx'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

const Help = lazy(async () => (await import('./help.tsx')).Help)
const TakeAway = lazy(async () => (await import('../take-away/take-away.tsx')).TakeAway)

export function Dialogs() {
  const { helpOpen, takeAwayOpen } = useViewer()
  return (
    <>
      <Dialog open={helpOpen} title={texts.keys} body={Help} />
      <Dialog open={takeAwayOpen} title={texts.takeAway} body={TakeAway} />
    </>
  )
}
