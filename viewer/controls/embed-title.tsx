import { Icon } from '../parts/icons.tsx'
import { formatHash } from '../state/format-hash.ts'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

/** In a frame the name of the base is all that stands over the picture; it leads to the full view of what is seen. */
export function EmbedTitle() {
  const { graph, view } = useViewer()
  return (
    <h1>
      <a href={fullView(formatHash(view.value))} target="_blank" rel="noopener">
        <bdi>{graph.value?.getAttribute('name') ?? document.title}</bdi>
        <span class="unseen">{texts.fullViewInNewTab}</span>
        <Icon name="outside" />
      </a>
    </h1>
  )
}

/** The address of this page outside the frame. */
function fullView(hash: string): string {
  const address = new URL(location.href)
  address.searchParams.delete('embed')
  address.hash = hash
  return address.href
}
