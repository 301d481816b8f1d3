import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GraphParts } from '../../src/graph/graph-part.ts'
import type { LayOut } from '../../src/server/lay-out.ts'
import { openRelayout } from '../../src/server/relayout.ts'

const shown = {} as GraphParts
const positions = new Map([['ada', { x: 1, y: 2 }]])
const onMoved = vi.fn()
const onFailure = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

function crowded() {
  let isCrowded = true
  const rearrange = vi.fn(() => {
    isCrowded = false
  })
  return { shown: () => shown, isCrowded: () => isCrowded, rearrange }
}

test('a crowd is laid out again once nobody has edited for a while', async () => {
  const graph = crowded()
  const layOut = vi.fn<LayOut>(async () => positions)
  const relayout = openRelayout(graph, layOut, onMoved, onFailure)
  relayout.consider()
  await vi.advanceTimersByTimeAsync(2000)
  relayout.consider()
  await vi.advanceTimersByTimeAsync(2000)
  expect(layOut).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1000)
  expect(layOut.mock.calls).toEqual([[shown, expect.any(AbortSignal)]])
  expect(graph.rearrange.mock.calls).toEqual([[positions]])
  expect(onMoved).toHaveBeenCalledOnce()
  relayout.consider()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(layOut).toHaveBeenCalledOnce()
})

test('who never stops editing gets it after a minute, and one layout at a time', async () => {
  const graph = crowded()
  let made = (_: typeof positions) => {}
  const layOut = vi.fn<LayOut>(
    () =>
      new Promise((resolve) => {
        made = resolve
      }),
  )
  const relayout = openRelayout(graph, layOut, onMoved, onFailure)
  for (let second = 0; second < 70; second++) {
    relayout.consider()
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(layOut).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(120_000)
  made(positions)
  await vi.advanceTimersByTimeAsync(0)
  expect(graph.rearrange).toHaveBeenCalledOnce()
  expect(layOut).toHaveBeenCalledOnce()
})

test('one that fails is told, moves nothing, and is tried again with the next edit', async () => {
  const graph = crowded()
  const error = new Error('A mistake of ours.')
  const layOut = vi.fn<LayOut>(async () => positions).mockRejectedValueOnce(error)
  const relayout = openRelayout(graph, layOut, onMoved, onFailure)
  relayout.consider()
  await vi.advanceTimersByTimeAsync(3000)
  expect(onFailure.mock.calls).toEqual([[error]])
  expect(graph.rearrange).not.toHaveBeenCalled()
  relayout.consider()
  await vi.advanceTimersByTimeAsync(3000)
  expect(graph.rearrange).toHaveBeenCalledOnce()
})

test('closing ends what is under way, and nothing is told of it', async () => {
  const graph = crowded()
  const layOut: LayOut = (_, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('Ended.')))
    })
  const relayout = openRelayout(graph, layOut, onMoved, onFailure)
  relayout.consider()
  await vi.advanceTimersByTimeAsync(3000)
  await relayout.close()
  expect(onFailure).not.toHaveBeenCalled()
  expect(graph.rearrange).not.toHaveBeenCalled()
})
