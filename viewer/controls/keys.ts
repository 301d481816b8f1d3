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
  readonly group: keyof typeof later.keyGroups
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
    group: 'ask',
    run: findEntity,
    character: true,
    inFullView: true,
  },
  { keys: ['f'], shown: 'F', does: 'fit', group: 'picture', run: showAll, character: true },
  {
    keys: ['n'],
    shown: 'N',
    does: 'neighbours',
    group: 'ask',
    run: neighboursOnly,
    character: true,
  },
  {
    keys: ['p'],
    shown: 'P',
    does: 'path',
    group: 'ask',
    run: pathFrom,
    character: true,
  },
  { keys: ['h'], shown: 'H', does: 'hide', group: 'ask', run: hide, character: true },
  {
    keys: ['s'],
    shown: 'S',
    does: 'sources',
    group: 'panels',
    run: showSources,
    character: true,
  },
  {
    keys: ['o'],
    shown: 'O',
    does: 'outline',
    group: 'panels',
    run: toggleOutline,
    character: true,
  },
  { keys: ['t'], shown: 'T', does: 'timeline', group: 'time', run: toTimeline, character: true },
  {
    keys: [','],
    shown: ',',
    does: 'back',
    group: 'time',
    run: (viewer) => stepTime(viewer, -1),
    character: true,
  },
  {
    keys: ['.'],
    shown: '.',
    does: 'forward',
    group: 'time',
    run: (viewer) => stepTime(viewer, 1),
    character: true,
  },
  {
    keys: ['+', '='],
    shown: '+',
    does: 'zoomIn',
    group: 'picture',
    run: ({ picture }) => picture.value?.zoom(zoomStep),
    character: true,
  },
  {
    keys: ['-'],
    shown: '−',
    does: 'zoomOut',
    group: 'picture',
    run: ({ picture }) => picture.value?.zoom(1 / zoomStep),
    character: true,
  },
  {
    keys: ['['],
    shown: '[',
    does: 'previousRelation',
    group: 'ask',
    run: (viewer) => cycleRelations(viewer, -1),
    character: true,
  },
  {
    keys: [']'],
    shown: ']',
    does: 'nextRelation',
    group: 'ask',
    run: (viewer) => cycleRelations(viewer, 1),
    character: true,
  },
  {
    keys: ['v'],
    shown: 'V',
    does: 'views',
    group: 'panels',
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
    group: 'panels',
    run: openTakeAway,
    character: true,
  },
  {
    keys: ['?'],
    shown: '?',
    does: 'keys',
    group: 'panels',
    run: ({ helpOpen }) => {
      helpOpen.value = true
    },
    character: true,
  },
  {
    keys: Object.keys(directions),
    shown: '← ↑ → ↓',
    does: 'walk',
    group: 'picture',
    run: (viewer, key) => walk(viewer, ...(directions[key] ?? [0, 0])),
    inPicture: true,
  },
  {
    keys: Object.keys(directions).map((key) => `shift+${key}`),
    shown: 'Shift + ←',
    does: 'pan',
    group: 'picture',
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
    group: 'picture',
    run: (viewer, key) => moveEntity(viewer, ...(directions[key.replace('ctrl+', '')] ?? [0, 0])),
    inPicture: true,
  },
  {
    keys: [' '],
    shown: 'Space',
    does: 'choose',
    group: 'picture',
    run: chooseAlso,
    inPicture: true,
  },
  {
    keys: ['enter'],
    shown: 'Enter',
    does: 'open',
    group: 'picture',
    run: openEvidence,
    inPicture: true,
  },
  { keys: ['escape'], shown: 'Esc', does: 'clear', group: 'back', run: clear },
  { keys: ['ctrl+z'], shown: 'Ctrl+Z', does: 'undo', group: 'back', run: undo },
  {
    keys: ['ctrl+shift+z', 'ctrl+y'],
    shown: 'Ctrl+Shift+Z',
    does: 'redo',
    group: 'back',
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
