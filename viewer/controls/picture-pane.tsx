import { useRef } from 'preact/hooks'
import { useViewer } from '../viewer.ts'
import { counted } from '../words/text.ts'
import { Caption } from './caption.tsx'
import { PictureMessages } from './picture-messages.tsx'
import { PictureTools } from './picture-tools.tsx'
import { usePicture } from './use-picture.ts'

/** The graph itself: a picture for the eye, and for the keyboard a place that arrows walk through. */
export function PicturePane() {
  const { graph } = useViewer()
  const canvas = useRef<HTMLDivElement>(null)
  usePicture(canvas)
  const size = graph.value
    ? `${counted(graph.value.order, 'entity', 'entities')} and ${counted(graph.value.size, 'relation')}`
    : 'nothing yet'
  return (
    <main class="picture">
      <div
        id="picture"
        class="picture-focus"
        role="application"
        aria-roledescription="graph"
        aria-label={`Graph of ${size}`}
        aria-describedby="picture-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the graph from here.
        tabIndex={0}
      >
        <div class="picture-canvas" ref={canvas} aria-hidden="true" />
      </div>
      <p id="picture-help" class="unseen">
        Arrow keys walk to neighbours, brackets go through the relations of an entity, Enter opens
        the evidence, Escape lets go. The outline has the same as a list.
      </p>
      <Caption />
      <PictureMessages />
      <PictureTools />
    </main>
  )
}
