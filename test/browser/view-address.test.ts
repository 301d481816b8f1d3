import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidences } from '../../src/model/claim.ts'
import { formatHash } from '../../viewer/state/format-hash.ts'
import { parseHash } from '../../viewer/state/parse-hash.ts'
import {
  initialView,
  leftPanels,
  rightPanels,
  sourceModes,
  themes,
  type ViewState,
} from '../../viewer/state/view-state.ts'

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/)
const ids = fc.uniqueArray(id, { maxLength: 4 })
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
/** From the year 1 to 9999. */
const day = fc.integer({ min: -719_162, max: 2_932_896 })
const tenths = fc.integer({ min: -99_999, max: 99_999 }).map((number) => number / 10)
/** As many digits as an address keeps. */
const length = fc.integer({ min: -99_999, max: 99_999 }).map((number) => number / 10)

const views: fc.Arbitrary<ViewState> = fc
  .record({
    selected: maybe(
      fc.record({ kind: fc.constantFrom('entity' as const, 'relation' as const), id }),
    ),
    hiddenTypes: ids,
    hiddenRelations: ids,
    minConfidence: maybe(fc.constantFrom(...confidences)),
    inferred: fc.boolean(),
    hiddenEntities: ids,
    chosen: ids,
    source: maybe(fc.record({ id, mode: fc.constantFrom(...sourceModes) })),
    saidBy: maybe(id),
    withoutSpeaker: maybe(id),
    time: maybe(fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))),
    compare: maybe(day),
    inactive: fc.boolean(),
    timeline: maybe(fc.boolean()),
    only: ids,
    pins: fc.uniqueArray(fc.record({ id, x: tenths, y: tenths }), {
      maxLength: 3,
      selector: (pin) => pin.id,
    }),
    focus: maybe(fc.record({ around: id, hops: fc.integer({ min: 1, max: 9 }) })),
    path: maybe(
      fc.record({ from: id, to: maybe(id), shown: fc.nat(9), anywhere: fc.boolean() }),
    ).filter((path) => path === null || path.from !== path.to),
    search: maybe(fc.string({ unit: 'grapheme', minLength: 1 })),
    camera: maybe(fc.record({ x: length, y: length, span: fc.integer({ min: 1, max: 99_999 }) })),
    theme: maybe(fc.constantFrom(...themes)),
    left: maybe(fc.constantFrom(...leftPanels)),
    right: maybe(fc.constantFrom(...rightPanels)),
  })
  // To compare takes two times.
  .map((view) => ({ ...initialView, ...view, compare: view.time && view.compare }))

test('every view comes back from its address', () => {
  fc.assert(
    fc.property(views, (view) => {
      const hash = formatHash(view)
      expect(plain(parseHash(hash))).toEqual(plain(view))
      // As a browser writes it.
      expect(plain(parseHash(new URL(hash, 'https://example.org/').hash))).toEqual(plain(view))
    }),
    { numRuns: 2000 },
  )
})

test('no address is too strange to open', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const view = parseHash(`#${text}`)
      expect(plain(parseHash(formatHash(view)))).toEqual(plain(view))
    }),
    { numRuns: 2000 },
  )
})

/** Without the sign of zero. */
function plain(view: ViewState): unknown {
  return JSON.parse(JSON.stringify(view))
}
