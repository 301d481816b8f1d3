import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { createPicture } from '../renderer/create-picture.ts'
import type { Scene } from '../renderer/scene.ts'
import { select } from '../state/changes.ts'
import { litBy } from '../state/lit-by.ts'
import { shownPath } from '../state/shown-path.ts'
import type { Camera } from '../state/view-state.ts'
import { useViewer, type Viewer } from '../viewer.ts'

/** Keeps the picture in step with the view for as long as there is a graph to draw. */
export function usePicture(canvas: { readonly current: HTMLElement | null }): void {
  const viewer = useViewer()
  const { graph, palette } = viewer
  const drawable = graph.value !== null && graph.value.order > 0 && palette.value !== null
  useEffect(() => {
    if (!drawable || canvas.current === null) return
    return openPicture(viewer, canvas.current)
  }, [viewer, drawable, canvas])
}

function openPicture(viewer: Viewer, container: HTMLElement): (() => void) | undefined {
  const first = sceneOf(viewer)
  if (first === null) return undefined
  let reported: Camera | null = null
  try {
    viewer.picture.value = createPicture(container, first, {
      onSelect: (selection) => viewer.change(select(selection)),
      onHover: (selection) => {
        viewer.hovered.value = selection
      },
      coveredParts: () => toolBoxes(container),
      onLook: (camera) => {
        reported = camera
        viewer.adjust((view) => ({ ...view, camera }))
      },
    })
  } catch {
    viewer.notices.value = [
      ...viewer.notices.value,
      'This browser cannot draw the picture (WebGL is off). The outline and the evidence work without it.',
    ]
    return undefined
  }
  const picture = viewer.picture.value
  picture.look(viewer.view.value.camera)
  let opened = false
  const stops = [
    effect(() => {
      const scene = sceneOf(viewer)
      if (scene) picture.draw(scene)
    }),
    effect(() => {
      const { camera } = viewer.view.value
      if (camera !== reported && opened) picture.look(camera, true)
      reported = camera
    }),
    effect(() => {
      const nodes = pathNodes(viewer)
      if (nodes.length > 0 && (opened || viewer.view.peek().camera === null)) picture.reveal(nodes)
    }),
  ]
  opened = true
  return () => {
    for (const stop of stops) stop()
    viewer.picture.value = null
    picture.kill()
  }
}

function sceneOf({ graph, visible, palette, view, path }: Viewer): Scene | null {
  if (graph.value === null || palette.value === null || graph.value.order === 0) return null
  const scene = { graph: graph.value, visible: visible.value, palette: palette.value }
  const { selected, path: asked } = view.value
  const shown = asked ? shownPath(path.value, asked) : undefined
  return { ...scene, selected, lit: litBy(scene, selected, shown) }
}

function pathNodes({ view, path }: Viewer): string[] {
  const asked = view.value.path
  const shown = asked ? shownPath(path.value, asked) : undefined
  return shown ? [...new Set(shown.hops.flatMap(({ from, to }) => [from, to]))] : []
}

function toolBoxes(container: HTMLElement) {
  const tools = document.getElementById('tools')
  if (tools === null) return []
  const [outer, inner] = [container.getBoundingClientRect(), tools.getBoundingClientRect()]
  const { left, top } = outer
  return [
    {
      left: inner.left - left,
      top: inner.top - top,
      right: inner.right - left,
      bottom: inner.bottom - top,
    },
  ]
}
