import { computed, effect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { createPicture, type Picture } from '../renderer/create-picture.ts'
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
  const life = useLife(canvas)
  useEffect(() => {
    if (!drawable || canvas.current === null) return
    return openPicture(viewer, canvas.current, life)
  }, [viewer, drawable, canvas, life])
}

/** The graphics card may take its memory back at any time; each loss begins a new life. */
function useLife(canvas: { readonly current: HTMLElement | null }): number {
  const [life, setLife] = useState(0)
  useEffect(() => {
    const box = canvas.current
    let timer = 0
    const onLost = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => setLife((before) => before + 1), 300)
    }
    box?.addEventListener('webglcontextlost', onLost, { capture: true })
    return () => {
      clearTimeout(timer)
      box?.removeEventListener('webglcontextlost', onLost, { capture: true })
    }
  }, [canvas])
  return life
}

function openPicture(
  viewer: Viewer,
  container: HTMLElement,
  life: number,
): (() => void) | undefined {
  const selected = computed(() => viewer.view.value.selected)
  const walked = computed(() => {
    const asked = viewer.view.value.path
    return asked ? shownPath(viewer.path.value, asked) : undefined
  })
  const scene = computed((): Scene | null => {
    const [shown, palette, visible] = [
      viewer.base.shown.value,
      viewer.palette.value,
      viewer.drawn.value,
    ]
    if (shown === null || palette === null || shown.graph.order === 0) return null
    const { graph } = shown
    const lit = litBy({ graph, visible }, selected.value, walked.value)
    const moving = viewer.time.isMoving.value
    return { graph, shown, visible, palette, selected: selected.value, lit, moving }
  })
  const first = scene.value
  const picture = first && tryPicture(viewer, container, first)
  if (!picture) return undefined
  viewer.picture.value = picture

  let opening = life === 0
  const stops = [
    effect(() => {
      if (scene.value) picture.draw(scene.value)
    }),
    keepLooking(viewer, picture),
    effect(() => {
      const nodes = walked.value?.hops.flatMap(({ from, to }) => [from, to]) ?? []
      const placed = opening && viewer.view.peek().camera !== null
      if (nodes.length > 0 && !placed) picture.reveal([...new Set(nodes)])
    }),
  ]
  opening = false
  return () => {
    for (const stop of stops) stop()
    viewer.picture.value = null
    picture.kill()
  }
}

/** What the reader's own hand has made of the camera needs no repeating. */
const reported = new WeakSet<Camera>()

function tryPicture(viewer: Viewer, container: HTMLElement, scene: Scene): Picture | undefined {
  try {
    return createPicture(container, scene, {
      onSelect: (selection) => viewer.change(select(selection)),
      onHover: (selection) => {
        viewer.hovered.value = selection
      },
      onLook: (camera) => {
        reported.add(camera)
        viewer.adjust((view) => ({ ...view, camera }))
      },
      coveredParts: () => toolBoxes(container),
    })
  } catch {
    viewer.notices.value = [
      ...viewer.notices.value,
      'This browser cannot draw the picture (WebGL is off). The outline and the evidence work without it.',
    ]
    return undefined
  }
}

/** Follows the camera of the view where a link or the address has moved it. */
function keepLooking({ view }: Viewer, picture: Picture): () => void {
  const camera = computed(() => view.value.camera)
  let first = true
  return effect(() => {
    const wanted = camera.value
    if (first || !wanted || !reported.has(wanted)) picture.look(wanted, !first)
    first = false
  })
}

function toolBoxes(container: HTMLElement) {
  const tools = document.getElementById('tools')
  if (tools === null) return []
  const [outer, inner] = [container.getBoundingClientRect(), tools.getBoundingClientRect()]
  return [
    {
      left: inner.left - outer.left,
      top: inner.top - outer.top,
      right: inner.right - outer.left,
      bottom: inner.bottom - outer.top,
    },
  ]
}
