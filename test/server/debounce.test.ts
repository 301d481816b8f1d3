import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { debounce } from '../../src/server/debounce.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a burst is one action, once it is quiet', () => {
  const action = vi.fn()
  const { call } = debounce(action, 500)
  call(60)
  vi.advanceTimersByTime(50)
  call(60)
  vi.advanceTimersByTime(59)
  expect(action).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(action).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(5000)
  expect(action).toHaveBeenCalledOnce()
})

test('a burst without end does not put the action off for ever', () => {
  const action = vi.fn()
  const { call } = debounce(action, 500)
  for (let passed = 0; passed < 1000; passed += 10) {
    call(60)
    vi.advanceTimersByTime(10)
  }
  expect(action).toHaveBeenCalledTimes(2)
})

test('what is cancelled does not happen', () => {
  const action = vi.fn()
  const { call, cancel } = debounce(action, 500)
  call(60)
  cancel()
  vi.advanceTimersByTime(5000)
  expect(action).not.toHaveBeenCalled()
})
