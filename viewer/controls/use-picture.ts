import { computed, effect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { KnowledgeGraph } from '../../src/graph/knowledge-graph.ts'
import { createPicture, type Picture } from '../renderer/create-picture.ts'
import type { Scene } from '../renderer/scene.ts'
import { type Change, select } from '../state/changes.ts'
import { choose, toggleChosen } from '../state/choices.ts'
import { litBy } from '../state/lit-by.ts'
import { fragileWith, litBySource } from '../state/lit-by-source.ts'
import { pinAt, pinsOf } from '../state/pins.ts'
import { shownPath } from '../state/shown-path.ts'
import { type Camera, initialView, type Selection } from '../state/view-state.ts'
import { useViewer, type Viewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'

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
  const chosen = computed(() => JSON.stringify(viewer.view.value.chosen))
  const pinned = computed(() => JSON.stringify(viewer.view.value.pins))
  const choice = computed(() => new Set(chosen.value && viewer.view.peek().chosen))
  const pins = computed(() => pinsOf(pinned.value ? viewer.view.peek() : initialView))
  const walked = computed(() => {
    const asked = viewer.view.value.path
    return asked ? shownPath(viewer.path.value, asked) : undefined
  })
  /** Who looks for the other end of a path needs to see all the names. */
  const awaited = computed(() => viewer.view.value.path?.to === null)
  const fragile = computed(() => {
    const { graph, support } = viewer
    return graph.value && support.value && fragileWith(graph.value, support.value)
  })
  const bySource = computed(() => {
    const { graph, visible, support } = viewer
    if (graph.value === null || support.value === null) return null
    return litBySource({ graph: graph.value, visible: visible.value }, support.value)
  })
  /** A filter shows what cites the source; the light that it casts gives way to whatever is selected. */
  const cast = computed(() => {
    const mode = viewer.view.value.source?.mode
    return mode === 'light' || (mode === 'only' && selected.value === null) ? bySource.value : null
  })
  const scene = computed((): Scene | null => {
    const [shown, palette, visible] = [
      viewer.base.shown.value,
      viewer.palette.value,
      viewer.drawn.value,
    ]
    if (shown === null || palette === null || shown.graph.order === 0) return null
    const { graph } = shown
    const lit = awaited.value
      ? null
      : litBy({ graph, visible }, selected.value, walked.value, cast.value)
    const view = { selected: heldBy(graph, selected.value), chosen: choice.value, pins: pins.value }
    const marks = { lit, fragile: fragile.value, moving: viewer.time.isMoving.value }
    const groups = viewer.groups.value?.layer ?? null
    return { graph, shown, visible, palette, ...view, ...marks, groups }
  })
  const first = scene.value
  const picture = first && tryPicture(viewer, container, first)
  if (!picture) return undefined
  viewer.picture.value = picture

  /** A link that says where to look is obeyed, whatever path it shows. */
  let isPlaced = life === 0 && viewer.view.peek().camera !== null
  const stops = [
    effect(() => {
      if (scene.value) picture.draw(scene.value)
    }),
    keepLooking(viewer, picture),
    keepFitting(viewer, picture),
    effect(() => {
      const nodes = walked.value?.hops.flatMap(({ from, to }) => [from, to]) ?? []
      if (nodes.length === 0) return
      if (!isPlaced) picture.reveal([...new Set(nodes)])
      isPlaced = false
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    viewer.picture.value = null
    picture.kill()
  }
}

/** A click asks for the evidence, also where it does not open by itself. */
function chosenByHand({ embedded, narrow }: Viewer, selection: Selection | null): Change {
  const opens = embedded && narrow.value && selection !== null
  return (view) => {
    const next = select(selection)(view)
    return opens && next.right === null ? { ...next, right: 'evidence' } : next
  }
}

/** A part of a graph may lack for a moment what is selected. */
function heldBy(graph: KnowledgeGraph, selected: Selection | null): Selection | null {
  if (selected === null) return null
  const isHere =
    selected.kind === 'entity' ? graph.hasNode(selected.id) : graph.hasEdge(selected.id)
  return isHere ? selected : null
}

function sayChosen({ view, announcement }: Viewer): void {
  announcement.value = texts.chosen(view.value.chosen.length)
}

/** What the reader's own hand has made of the camera needs no repeating. */
const reported = new WeakSet<Camera>()

function tryPicture(viewer: Viewer, container: HTMLElement, scene: Scene): Picture | undefined {
  try {
    return createPicture(container, scene, {
      onSelect: (selection) => viewer.change(chosenByHand(viewer, selection)),
      onToggle: (node) => {
        viewer.change(toggleChosen(node))
        sayChosen(viewer)
      },
      onChoose: (nodes) => {
        viewer.change(choose(nodes))
        sayChosen(viewer)
      },
      onPin: (node, x, y) => viewer.change(pinAt(node, x, y)),
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
    viewer.notices.value = [...viewer.notices.value, texts.noWebGl]
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

/** A view without a camera shows all that it is about, here as on the page of whoever opens its address. */
function keepFitting({ view }: Viewer, picture: Picture): () => void {
  const subject = computed(() => JSON.stringify([view.value.focus, view.value.only]))
  let last = subject.peek()
  return effect(() => {
    if (subject.value === last) return
    last = subject.value
    if (view.peek().camera === null) picture.look(null, true)
  })
}

function toolBoxes(container: HTMLElement) {
  const outer = container.getBoundingClientRect()
  return ['tools', 'part-message'].flatMap((id) => {
    const inner = document.getElementById(id)?.getBoundingClientRect()
    if (inner === undefined) return []
    return {
      left: inner.left - outer.left,
      top: inner.top - outer.top,
      right: inner.right - outer.left,
      bottom: inner.bottom - outer.top,
    }
  })
}
