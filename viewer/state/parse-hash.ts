import { readTime } from '../time/time-text.ts'
import { confidenceLevels } from '../words/trust.ts'
import {
  type Camera,
  type Focus,
  initialView,
  leftPanels,
  type PathView,
  type Pin,
  rightPanels,
  type Selection,
  type SourceView,
  sourceModes,
  themes,
  type ViewState,
} from './view-state.ts'

/** The inverse of `formatHash`. What it does not understand is left at its default, never an error. */
export function parseHash(hash: string): ViewState {
  const values = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'))
  return {
    ...initialView,
    selected: selectionOf(values),
    hiddenTypes: listOf(values.get('hide-types')),
    hiddenRelations: listOf(values.get('hide-relations')),
    hiddenEntities: listOf(values.get('hide')),
    chosen: listOf(values.get('chosen')),
    only: listOf(values.get('only')),
    pins: pinsOf(values.get('pin')),
    minConfidence: oneOf(confidenceLevels, values.get('confidence')),
    inferred: values.get('inferred') !== 'no',
    focus: focusOf(values),
    path: pathOf(values),
    source: sourceOf(values),
    saidBy: values.get('said-by') || null,
    withoutSpeaker: values.get('without-speaker') || null,
    ...timeOf(values),
    search: values.get('find'),
    camera: cameraOf(values.get('at')),
    theme: oneOf(themes, values.get('theme')),
    left: oneOf(leftPanels, values.get('left')),
    right: oneOf(rightPanels, values.get('right')),
    timeline: opennessOf(values.get('timeline')),
  }
}

function selectionOf(values: URLSearchParams): Selection | null {
  const [entity, relation] = [values.get('entity'), values.get('relation')]
  if (entity) return { kind: 'entity', id: entity }
  return relation ? { kind: 'relation', id: relation } : null
}

function focusOf(values: URLSearchParams): Focus | null {
  const around = values.get('around')
  return around ? { around, hops: countOf(values.get('hops')) } : null
}

function pathOf(values: URLSearchParams): PathView | null {
  const from = values.get('from')
  const to = values.get('to') || null
  if (!from || from === to) return null
  const anywhere = values.get('through') === 'anything'
  return { from, to, shown: countOf(values.get('path')) - 1, anywhere }
}

function sourceOf(values: URLSearchParams): SourceView | null {
  const id = values.get('source')
  return id ? { id, mode: oneOf(sourceModes, values.get('claims')) ?? 'light' } : null
}

/** A comparison needs two times; of the second one the first day counts. */
function timeOf(values: URLSearchParams): Pick<ViewState, 'time' | 'compare' | 'inactive'> {
  const time = daysOf(values.get('when'))
  const { from: other = -Infinity } = daysOf(values.get('compare')) ?? {}
  return {
    time,
    compare: time && Number.isFinite(other) ? other : null,
    inactive: values.get('inactive') !== 'no',
  }
}

function daysOf(text: string | null): ViewState['time'] {
  const reading = readTime(text ?? '')
  return reading.ok ? reading.time : null
}

function opennessOf(text: string | null): boolean | null {
  return text === 'open' || (text === 'closed' ? false : null)
}

function cameraOf(text: string | null): Camera | null {
  const numbers = (text ?? '').split(',').map(Number)
  const [x, y, span] = numbers
  if (numbers.length !== 3 || !numbers.every(Number.isFinite)) return null
  if (x === undefined || y === undefined || span === undefined || span <= 0) return null
  return { x, y, span }
}

function pinsOf(text: string | null): Pin[] {
  const pins = listOf(text).flatMap((item) => {
    const [id = '', ...place] = item.split(':')
    const [x, y] = place.map(Number)
    const isPlace = place.length === 2 && place.every((part) => /^-?\d{1,9}(\.\d)?$/.test(part))
    return id !== '' && isPlace && x !== undefined && y !== undefined ? [{ id, x, y }] : []
  })
  return [...new Map(pins.map((pin) => [pin.id, pin])).values()]
}

function countOf(text: string | null): number {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1
}

function listOf(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').filter((item) => item !== ''))]
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null
}
