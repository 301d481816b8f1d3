import { expect, test } from 'vitest'
import { openPanels } from '../../viewer/state/open-panels.ts'
import { initialView } from '../../viewer/state/view-state.ts'

const path = { from: 'ilhom', to: 'isaf', shown: 0, anywhere: false }
const selected = { kind: 'entity', id: 'ilhom' } as const

test('a link that names two ends opens on the path between them, and on evidence where something is chosen', () => {
  const rightOf = (view: object, narrow = false, embedded = false) =>
    openPanels({ ...initialView, ...view }, narrow, embedded).right
  expect(rightOf({})).toBe('evidence')
  expect(rightOf({ path })).toBe('path')
  expect(rightOf({ path, selected })).toBe('evidence')
  expect(rightOf({ path, right: 'diagnostics' })).toBe('diagnostics')
  expect(rightOf({ path, right: 'none' })).toBeNull()
  expect(rightOf({ path }, true)).toBeNull()
  expect(rightOf({ path }, false, true)).toBeNull()
  expect(rightOf({ path, selected }, true)).toBe('evidence')
})
