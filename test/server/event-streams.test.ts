import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openEventStreams } from '../../src/server/event-streams.ts'
import type { Status } from '../../src/server/status.ts'

const quiet: Status = {
  graph: 'a',
  stale: false,
  errors: 0,
  warnings: 0,
  diagnostics: [],
  views: [],
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An answer to a page that reads nothing. */
function unreadAnswer(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()))
}

test('a page hears a heartbeat, and nothing twice', () => {
  const streams = openEventStreams(quiet)
  const page = unreadAnswer()
  const written = vi.spyOn(page, 'write')
  streams.open(page)
  const first = `event: change\ndata: ${JSON.stringify(quiet)}\n\n`
  expect(written.mock.calls.map(([text]) => text)).toEqual([`retry: 1000\n\n${first}`])

  streams.send({ ...quiet })
  expect(written).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(15_000)
  expect(written).toHaveBeenLastCalledWith(':\n\n')
  streams.send({ ...quiet, warnings: 1 })
  expect(written).toHaveBeenLastCalledWith(expect.stringContaining('"warnings":1'))

  streams.close()
  expect(page.writableEnded).toBe(true)
  written.mockClear()
  vi.advanceTimersByTime(60_000)
  expect(written).not.toHaveBeenCalled()
})

test('a page that reads hears of a base that has much to tell', () => {
  const views = [{ name: 'All', note: 'é'.repeat(3_000_000), address: '' }]
  const streams = openEventStreams({ ...quiet, views })
  const page = unreadAnswer()
  expect([streams.open(page), page.destroyed]).toEqual([true, false])
  streams.send(quiet)
  expect(page.destroyed).toBe(true)
  streams.close()
})

test('a page that reads nothing is cut off before it costs much', () => {
  const streams = openEventStreams(quiet)
  const page = unreadAnswer()
  streams.open(page)
  for (let graph = 0; graph < 2000 && !page.destroyed; graph += 1) {
    streams.send({ ...quiet, graph: String(graph).padEnd(1000, '.') })
  }
  expect(page.destroyed).toBe(true)
  expect(page.writableLength).toBeLessThan(2 * 1024 * 1024)
  streams.close()
})
