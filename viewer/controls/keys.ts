import type { Viewer } from '../viewer.ts'
import type { later } from '../words/later-texts.ts'
import {
  chooseAlso,
  clear,
  cycleRelations,
  findEntity,
  hide,
  moveEntity,
  neighboursOnly,
  openEvidence,
  openTakeAway,
  pathFrom,
  redo,
  showAll,
  showSources,
  stepTime,
  toggleOutline,
  toTimeline,
  undo,
  walk,
} from './commands.ts'

interface KeyBinding {
  /** As `KeyboardEvent.key` names them, in lower case. */
  readonly keys: readonly string[]
  readonly shown: string
  /** Its name in the table of texts. */
  readonly does: keyof typeof later.keyTitles
  readonly run: (viewer: Viewer, key: string) => void
  /** Only while the picture has the focus. */
  readonly inPicture?: true
  /** A single letter or sign, which a reader who dictates may want to turn off. */
  readonly character?: true
  /** Of something that a frame leaves out. */
  readonly inFullView?: true
}

const directions: Readonly<Record<string, readonly [right: number, down: number]>> = {
  arrowleft: [-1, 0],
  arrowright: [1, 0],
  arrowup: [0, -1],
  arrowdown: [0, 1],
}

const zoomStep = 1.4

/** The one list of keys: the page obeys it, and the help shows it. */
const keyBindings: readonly KeyBinding[] = [
  {
    keys: ['/'],
    shown: '/',
    does: 'find',
    run: findEntity,
    character: true,
    inFullView: true,
  },
  { keys: ['f'], shown: 'F', does: 'fit', run: showAll, character: true },
  {
    keys: ['n'],
    shown: 'N',
    does: 'neighbours',
    run: neighboursOnly,
    character: true,
  },
  {
    keys: ['p'],
    shown: 'P',
    does: 'path',
    run: pathFrom,
    character: true,
  },
  { keys: ['h'], shown: 'H', does: 'hide', run: hide, character: true },
  {
    keys: ['s'],
    shown: 'S',
    does: 'sources',
    run: showSources,
    character: true,
  },
  { keys: ['o'], shown: 'O', does: 'outline', run: toggleOutline, character: true },
  { keys: ['t'], shown: 'T', does: 'timeline', run: toTimeline, character: true },
  {
    keys: [','],
    shown: ',',
    does: 'back',
    run: (viewer) => stepTime(viewer, -1),
    character: true,
  },
  {
    keys: ['.'],
    shown: '.',
    does: 'forward',
    run: (viewer) => stepTime(viewer, 1),
    character: true,
  },
  {
    keys: ['+', '='],
    shown: '+',
    does: 'zoomIn',
    run: ({ picture }) => picture.value?.zoom(zoomStep),
    character: true,
  },
  {
    keys: ['-'],
    shown: '−',
    does: 'zoomOut',
    run: ({ picture }) => picture.value?.zoom(1 / zoomStep),
    character: true,
  },
  {
    keys: ['['],
    shown: '[',
    does: 'previousRelation',
    run: (viewer) => cycleRelations(viewer, -1),
    character: true,
  },
  {
    keys: [']'],
    shown: ']',
    does: 'nextRelation',
    run: (viewer) => cycleRelations(viewer, 1),
    character: true,
  },
  {
    keys: ['v'],
    shown: 'V',
    does: 'views',
    run: ({ viewsOpen }) => {
      viewsOpen.value = true
    },
    character: true,
    inFullView: true,
  },
  {
    keys: ['x'],
    shown: 'X',
    does: 'takeAway',
    run: openTakeAway,
    character: true,
  },
  {
    keys: ['?'],
    shown: '?',
    does: 'keys',
    run: ({ helpOpen }) => {
      helpOpen.value = true
    },
    character: true,
  },
  {
    keys: Object.keys(directions),
    shown: '← ↑ → ↓',
    does: 'walk',
    run: (viewer, key) => walk(viewer, ...(directions[key] ?? [0, 0])),
    inPicture: true,
  },
  {
    keys: Object.keys(directions).map((key) => `shift+${key}`),
    shown: 'Shift + ←',
    does: 'pan',
    run: ({ picture }, key) => {
      const [right, down] = directions[key.replace('shift+', '')] ?? [0, 0]
      picture.value?.pan(right * 0.15, down * 0.15)
    },
    inPicture: true,
  },
  {
    keys: Object.keys(directions).map((key) => `ctrl+${key}`),
    shown: 'Ctrl + ←',
    does: 'move',
    run: (viewer, key) => moveEntity(viewer, ...(directions[key.replace('ctrl+', '')] ?? [0, 0])),
    inPicture: true,
  },
  {
    keys: [' '],
    shown: 'Space',
    does: 'choose',
    run: chooseAlso,
    inPicture: true,
  },
  {
    keys: ['enter'],
    shown: 'Enter',
    does: 'open',
    run: openEvidence,
    inPicture: true,
  },
  { keys: ['escape'], shown: 'Esc', does: 'clear', run: clear },
  { keys: ['ctrl+z'], shown: 'Ctrl+Z', does: 'undo', run: undo },
  {
    keys: ['ctrl+shift+z', 'ctrl+y'],
    shown: 'Ctrl+Shift+Z',
    does: 'redo',
    run: redo,
  },
]

/** The keys that do something on this page. */
export function keysFor({ embedded }: Viewer): readonly KeyBinding[] {
  return keyBindings.filter(({ inFullView }) => !(inFullView && embedded))
}

/** Obeys the keys until it is told to stop. */
export function listenForKeys(viewer: Viewer, charactersOn: () => boolean): () => void {
  const bindings = keysFor(viewer)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isDialogOpen(viewer) || isTyping(event.target)) return
    const key = nameOf(event)
    const binding = bindings.find(({ keys }) => keys.includes(key))
    if (!binding || (binding.character && !charactersOn())) return
    if (binding.inPicture && (event.target as Element).id !== 'picture') return
    event.preventDefault()
    binding.run(viewer, key)
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

/** Signs such as `?` are what they are, whichever keys it takes to write them. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const name = key.toLowerCase()
  const isSign = name.length === 1 && !/[a-z]/.test(name)
  const modifiers = [
    ...(ctrlKey || metaKey ? ['ctrl'] : []),
    ...(altKey ? ['alt'] : []),
    ...(shiftKey && !isSign ? ['shift'] : []),
  ]
  return [...modifiers, name].join('+')
}

function isDialogOpen({ helpOpen, takeAwayOpen, viewsOpen }: Viewer): boolean {
  return helpOpen.value || takeAwayOpen.value || viewsOpen.value
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target.isContentEditable || /^(textarea|select)$/i.test(target.tagName)
}
