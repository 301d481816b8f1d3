import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { ask } from '../serving/ask.ts'
import { openEventStream } from '../serving/event-stream.ts'
import { pick, type Random } from './seeded.ts'

/** Browsers that come, look, listen and leave, some in the middle of an answer. */
export interface Visitors {
  readonly requests: () => number
  /** Sends everybody home, and lets nobody in until `open`. */
  readonly close: () => void
  readonly open: () => void
}

const mostAtOnce = 6
/** In milliseconds. */
const longestStay = 40_000

/** `onFailure` is told of every answer that no page expects. */
export function openVisitors(
  port: number,
  random: Random,
  onFailure: (what: string) => void,
): Visitors {
  let requests = 0
  let isOpen = true
  const leaving = new Set<() => void>()

  const get = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    requests++
    const answer = await ask(port, path, headers)
    if (![200, 304].includes(answer.status)) throw new Error(`${path} answered ${answer.status}`)
    return answer
  }
  /** A page as the viewer is: it loads, listens, and asks for what has changed. */
  const stay = async (leave: Promise<void>) => {
    for (const path of ['/', '/status.json']) await get(path)
    const graph = await get('/graph.json', { 'accept-encoding': pick(random, ['br', 'gzip', '']) })
    const again = await get('/graph.json', { 'if-none-match': graph.headers.etag ?? '' })
    if (again.status === 200 && again.headers.etag === graph.headers.etag) {
      throw new Error('The same graph came twice')
    }
    const version = graph.headers.etag?.slice(1, 17)
    const stream = openEventStream(
      port,
      () => void get(`/changes/${version}.json`).catch(tellFailure),
      (why) => onFailure(`a visitor's event stream: ${why}`),
    )
    await leave
    stream.close()
  }
  /** Asks for the whole graph, or for events, and reads next to nothing of it. */
  const breakOff = async (leave: Promise<void>) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    const path = pick(random, ['/graph.json', '/events', '/graph.json'])
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`)
    requests++
    socket.once('data', () => socket.pause())
    await leave
    socket.destroy()
  }
  const tellFailure = ({ message }: Error) => {
    if (isOpen) onFailure(`a visitor: ${message}`)
  }
  const visit = async () => {
    const stayed = new AbortController()
    const go = () => stayed.abort()
    leaving.add(go)
    const leave = delay(random() * longestStay, undefined, { signal: stayed.signal }).catch(
      () => {},
    )
    await (random() < 0.7 ? stay(leave) : breakOff(leave)).catch(tellFailure)
    leaving.delete(go)
  }
  setInterval(() => {
    if (isOpen && leaving.size < mostAtOnce && random() < 0.5) void visit()
  }, 1000).unref()
  return {
    requests: () => requests,
    close: () => {
      isOpen = false
      for (const go of leaving) go()
    },
    open: () => {
      isOpen = true
    },
  }
}
