import { showEverything } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'

/** What a link or the outline shows may be filtered out of the picture; the panel says so. */
export function HiddenNotice({ what }: { readonly what: string }) {
  const { change } = useViewer()
  return (
    <p class="inline-notice">
      {what} is hidden in the picture.{' '}
      <button type="button" class="button" onClick={() => change(showEverything)}>
        Show everything
      </button>
    </p>
  )
}
