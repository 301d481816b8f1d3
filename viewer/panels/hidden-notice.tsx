import { showEverything } from '../state/changes.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

/** What a link or the outline shows may be filtered out of the picture; the panel says so. */
export function HiddenNotice({ says }: { readonly says: string }) {
  const { change } = useViewer()
  return (
    <p class="inline-notice">
      {says}{' '}
      <button type="button" class="button" onClick={() => change(showEverything)}>
        {texts.showEverything}
      </button>
    </p>
  )
}
