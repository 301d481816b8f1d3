import {
  choosePath,
  clearOne,
  focusOn,
  select,
  selectRelation,
  setEntityHidden,
  setLeft,
  setRight,
  setSheet,
  startPath,
  walkTo,
} from '../state/changes.ts'
import { hideChosen, toggleChosen } from '../state/choices.ts'
import { openPanels } from '../state/open-panels.ts'
import { pinAt } from '../state/pins.ts'
import { openSources } from '../state/source-changes.ts'
import { nextRelation, stepTowards } from '../state/walk.ts'
import { steppedWhole } from '../time/moment.ts'
import type { Viewer } from '../viewer.ts'
import { texts } from '../words/texts.ts'
import { focusWhenThere } from './focus-when-there.ts'

// What keys and buttons do beyond a step of the view: they move the camera, the focus, or speak.

export function showAll({ adjust, picture, announcement }: Viewer): void {
  adjust((view) => ({ ...view, camera: null }))
  picture.value?.look(null, true)
  announcement.value = texts.everythingInPicture
}

export function undo(viewer: Viewer): void {
  takeStep(viewer, viewer.canUndo.value, viewer.undo, texts.undone, texts.nothingToUndo)
}

export function redo(viewer: Viewer): void {
  takeStep(viewer, viewer.canRedo.value, viewer.redo, texts.redone, texts.nothingToRedo)
}

/** Says that the step was taken, and then what has become of it. */
function takeStep(
  { announcement }: Viewer,
  isThere: boolean,
  take: () => void,
  done: string,
  none: string,
): void {
  if (!isThere) {
    say(announcement, none)
    return
  }
  const before = announcement.value
  take()
  const { value } = announcement
  say(announcement, value === before ? done : `${done} ${value}`)
}

/** What is said twice in a row is read twice only where the page changes. */
function say(announcement: Viewer['announcement'], text: string): void {
  announcement.value = announcement.value === text ? `${text}\u00a0` : text
}

export function findEntity(): void {
  document.getElementById('search')?.focus()
}

export function clear({ change }: Viewer): void {
  change(clearOne)
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById('picture')?.focus()
  })
}

export function neighboursOnly(viewer: Viewer): void {
  withEntity(viewer, (id) => {
    viewer.change(focusOn(id))
    viewer.picture.value?.look(null, true)
  })
}

export function pathFrom(viewer: Viewer): void {
  const { selected, chosen } = viewer.view.value
  const [from, to, another] = chosen
  if (from && to && !another) viewer.change(choosePath(from, to))
  else if (selected?.kind === 'entity') {
    viewer.change(startPath(selected.id))
    viewer.announcement.value = texts.chooseOtherEnd
  } else viewer.change(setRight('path'))
}

export function hide(viewer: Viewer): void {
  if (viewer.view.value.chosen.length > 0) viewer.change(hideChosen)
  else withEntity(viewer, (id) => viewer.change(setEntityHidden(id, true)))
}

/** One more of those that are chosen together, or one less. */
export function chooseAlso(viewer: Viewer): void {
  withEntity(viewer, (id) => {
    viewer.change(toggleChosen(id))
    const { chosen } = viewer.view.value
    viewer.announcement.value = texts.chosen(chosen.length)
  })
}

/** By shares of the picture's width, and to stay there. */
export function moveEntity(viewer: Viewer, right: number, down: number): void {
  withEntity(viewer, (id) => {
    const place = viewer.picture.value?.placeAside(id, right * nudge, down * nudge)
    if (place === undefined) return
    viewer.change(pinAt(id, place.x, place.y))
    viewer.announcement.value = texts.moved
  })
}

/** In pixels. */
const nudge = 24

export function toggleOutline(viewer: Viewer): void {
  const open =
    openPanels(viewer.view.value, viewer.narrow.value, viewer.embedded).left === 'outline'
  const left = open ? 'filters' : 'outline'
  viewer.change(viewer.narrow.value ? setSheet({ left }) : setLeft(left))
}

export function showSources({ change, narrow }: Viewer): void {
  change(openSources(narrow.value))
  focusWhenThere('#panel-sources h2')
}

/** Opens the timeline and puts the focus on what chooses the time. */
export function toTimeline({ time, change, announcement }: Viewer): void {
  if (time.axis.value === null) {
    announcement.value = texts.noDates
    return
  }
  change((view) => ({ ...view, timeline: true }))
  focusWhenThere('.handle:not(.is-compare)')
}

/** The day, or the range as a whole, one tick back or forward. */
export function stepTime({ time, announcement }: Viewer, by: 1 | -1): void {
  if (time.axis.value === null) {
    say(announcement, texts.noDates)
    return
  }
  const before = time.moment.value
  const next = steppedWhole(before, by, time.axis.value)
  if (next.time?.from === before.time?.from && next.time?.to === before.time?.to) {
    say(announcement, by > 0 ? texts.noLaterDates : texts.noEarlierDates)
  } else time.move(next)
}

/** To the neighbour that lies in this direction; from nowhere, to the best connected one. */
export function walk(viewer: Viewer, right: number, down: number): void {
  const { picture, graph, visible, view } = viewer
  if (picture.value === null || graph.value === null) return
  const next = stepTowards(graph.value, visible.value, view.value.selected, picture.value.placeOf, {
    x: right,
    y: down,
  })
  if (next === undefined) {
    viewer.announcement.value = texts.noNeighbourThere
    return
  }
  viewer.change(walkTo(next))
  picture.value.reveal([next])
}

/** Through the relations of the entity that was chosen last. */
export function cycleRelations(viewer: Viewer, by: 1 | -1): void {
  const { graph, visible, view, picture, anchor } = viewer
  if (graph.value === null) return
  const next = nextRelation(graph.value, visible.value, view.value.selected, anchor.value, by)
  if (next === undefined) {
    viewer.announcement.value = texts.chooseEntityWithRelations
    return
  }
  viewer.change(selectRelation(next))
  picture.value?.reveal(graph.value.extremities(next))
}

/** Puts the focus on what the evidence panel says about the selection; or takes it as the other end of a path. */
export function openEvidence(viewer: Viewer): void {
  const { selected, path } = viewer.view.value
  if (selected === null) return
  if (path?.to === null) {
    viewer.change(select(selected))
    return
  }
  viewer.change(setRight('evidence'))
  focusWhenThere('#panel-evidence h2')
}

export function openTakeAway({ graph, takeAwayOpen }: Viewer): void {
  takeAwayOpen.value = graph.value !== null && graph.value.order > 0
}

function withEntity({ view, anchor, announcement }: Viewer, run: (id: string) => void): void {
  const { selected } = view.value
  const id = selected?.kind === 'entity' ? selected.id : selected && anchor.value
  if (id) run(id)
  else announcement.value = texts.chooseEntityFirst
}
