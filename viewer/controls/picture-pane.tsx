import { useRef } from 'preact/hooks'
import { useViewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'
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
    ? texts.entitiesAndRelations(graph.value.order, graph.value.size)
    : texts.nothingYet
  return (
    <main class="picture">
      <div
        id="picture"
        class="picture-focus"
        role="application"
        aria-roledescription={texts.graphRole}
        aria-label={texts.graphOf(size)}
        aria-describedby="picture-help"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the graph from here.
        tabIndex={0}
      >
        <div class="picture-canvas" ref={canvas} aria-hidden="true" />
      </div>
      <p id="picture-help" class="unseen">
        {texts.pictureHelp}
      </p>
      <Caption />
      <PictureMessages />
      <PictureTools />
    </main>
  )
}
