import { formatTime } from '../time/time-text.ts'
import type { Camera, ViewState } from './view-state.ts'

/** The view as the part of an address behind `#`: what is shared is what they see. Defaults are left out. */
export function formatHash(view: ViewState): string {
  const parts = Object.entries(parametersOf(view))
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeValue(String(value))}`)
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

type Parameters = Record<string, string | number | undefined>

function parametersOf(view: ViewState): Parameters {
  const { selected, camera } = view
  return {
    entity: selected?.kind === 'entity' ? selected.id : undefined,
    relation: selected?.kind === 'relation' ? selected.id : undefined,
    ...pathParameters(view),
    ...filterParameters(view),
    chosen: view.chosen.join(','),
    pin: view.pins.map(({ id, x, y }) => `${id}:${x}:${y}`).join(','),
    ...timeParameters(view),
    find: view.search ?? undefined,
    at: camera ? formatCamera(camera) : undefined,
    theme: view.theme ?? undefined,
    left: view.left ?? undefined,
    right: view.right ?? undefined,
  }
}

function pathParameters({ path }: ViewState): Parameters {
  if (path === null) return {}
  return {
    from: path.from,
    to: path.to ?? undefined,
    path: path.shown > 0 ? path.shown + 1 : undefined,
    through: path.anywhere ? 'anything' : undefined,
  }
}

function filterParameters(view: ViewState): Parameters {
  return {
    around: view.focus?.around,
    hops: view.focus?.hops,
    'hide-types': view.hiddenTypes.join(','),
    'hide-relations': view.hiddenRelations.join(','),
    hide: view.hiddenEntities.join(','),
    only: view.only.join(','),
    source: view.source?.id,
    claims: view.source && view.source.mode !== 'light' ? view.source.mode : undefined,
    'said-by': view.saidBy ?? undefined,
    'without-speaker': view.withoutSpeaker ?? undefined,
    confidence: view.minConfidence ?? undefined,
    inferred: view.inferred ? undefined : 'no',
  }
}

function timeParameters({ time, compare, inactive, timeline }: ViewState): Parameters {
  return {
    when: time ? formatTime(time) : undefined,
    compare: compare === null ? undefined : formatTime({ from: compare, to: compare }),
    inactive: inactive ? undefined : 'no',
    timeline: timeline === null ? undefined : timeline ? 'open' : 'closed',
  }
}

function formatCamera({ x, y, span }: Camera): string {
  return [x, y, span].map((number) => Number(number.toPrecision(6))).join(',')
}

/** Commas, colons and slashes are legal there and stay, so that a person can read the address. */
function escapeValue(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
}
